/// Gradient descent with momentum and decay as in Rumelhart, Hinton and Williams 1986, "Learning
/// representations by back-propagating errors", equation 9: the last movement goes on.
///
/// `Δ = −learningRate·g + momentum·Δ`, `p = (p + Δ)·(1 − weightDecay)`. With a constant learning
/// rate and no decay it moves as ``SGD`` does; when the rate changes, ``SGD`` keeps a mean of
/// gradients, this rule the movement itself.
public struct Momentum: MomentumOptimizer {
  /// The length of a step.
  public var learningRate: Double
  /// The share of the last movement that goes on.
  public var momentum: Double
  /// The share of itself that a parameter loses after each movement.
  public let weightDecay: Double
  private var movement = CarriedRow("movement")

  /// The rule.
  public init(learningRate: Double, momentum: Double = 0.9, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
  }

  /// The last movement.
  public static let stateNames = ["movement"]

  /// What it remembers of `count` parameters.
  public func state(count: Int) -> OptimizerState { movement.state(count: count) }

  /// Goes on from a remembered state.
  public mutating func restore(_ state: OptimizerState) { movement.restore(state) }

  /// Moves each parameter by its gradient.
  public mutating func update(_ parameters: inout [Double], gradients: [Double]) {
    movement.move(&parameters, gradients) {
      [learningRate, momentum, weightDecay] parameter, gradient, movement in
      movement = -learningRate * gradient + momentum * movement
      parameter = (parameter + movement) * (1 - weightDecay)
    }
  }
}
