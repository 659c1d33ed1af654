/// Gradient descent with momentum: `v = momentum·v + g`, `p −= learningRate·v`.
public struct SGD: MomentumOptimizer {
  /// The length of a step.
  public var learningRate: Double
  /// The share of the last movement that is kept; 0 for plain gradient descent.
  public var momentum: Double
  private var velocity: [Double] = []

  /// The rule; without momentum, plain gradient descent.
  public init(learningRate: Double, momentum: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  /// The velocity.
  public static let stateNames = ["velocity"]

  /// What it remembers of `count` parameters.
  public func state(count: Int) -> OptimizerState {
    let numbers = velocity.isEmpty ? Array(repeating: 0, count: count) : velocity
    return OptimizerState(
      time: velocity.isEmpty ? 0 : 1, rows: [.init(name: "velocity", numbers: numbers)])
  }

  /// Goes on from a remembered state.
  public mutating func restore(_ state: OptimizerState) {
    velocity = state.time == 0 ? [] : state.rows[0].numbers
  }

  /// Moves each parameter by its gradient.
  public mutating func update(_ parameters: inout [Double], gradients: [Double]) {
    if velocity.isEmpty { velocity = Array(repeating: 0, count: parameters.count) }
    for index in parameters.indices {
      velocity[index] = momentum * velocity[index] + gradients[index]
      parameters[index] -= learningRate * velocity[index]
    }
  }
}
