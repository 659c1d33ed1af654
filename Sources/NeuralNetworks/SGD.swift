/// Gradient descent with momentum: `v = momentum·v + g`, `p −= learningRate·v`.
public struct SGD: Optimizer {
  /// The length of a step.
  public var learningRate: Double
  /// The share of the last movement that is kept; 0 for plain gradient descent.
  public let momentum: Double
  private var velocity: [Double] = []

  /// The rule; without momentum, plain gradient descent.
  public init(learningRate: Double, momentum: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
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
