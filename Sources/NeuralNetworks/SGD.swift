/// Gradient descent with momentum: `v = momentum·v + g`, `p −= learningRate·v`.
public struct SGD: MomentumOptimizer {
  /// The length of a step.
  public var learningRate: Double
  /// The share of the last movement that is kept; 0 for plain gradient descent.
  public var momentum: Double
  private var velocity = CarriedRow("velocity")

  /// The rule; without momentum, plain gradient descent.
  public init(learningRate: Double, momentum: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  /// The velocity.
  public static let stateNames = ["velocity"]

  /// What it remembers of `count` parameters.
  public func state(count: Int) -> OptimizerState { velocity.state(count: count) }

  /// Goes on from a remembered state.
  public mutating func restore(_ state: OptimizerState) { velocity.restore(state) }

  /// Moves each parameter by its gradient.
  public mutating func update(_ parameters: inout [Double], gradients: [Double]) {
    velocity.move(&parameters, gradients) {
      [learningRate, momentum] parameter, gradient, velocity in
      velocity = momentum * velocity + gradient
      parameter -= learningRate * velocity
    }
  }
}
