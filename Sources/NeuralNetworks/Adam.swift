public import Autograd

/// Adam (Kingma and Ba 2015): ``AdamW`` without weight decay.
public struct Adam: Optimizer {
  private var rule: AdamW

  /// The rule with its usual settings.
  public init(
    learningRate: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-8,
    arithmetic: Arithmetic = .exact
  ) {
    rule = AdamW(
      learningRate: learningRate, betas: betas, epsilon: epsilon, weightDecay: 0,
      arithmetic: arithmetic)
  }

  /// The length of a step.
  public var learningRate: Double {
    get { rule.learningRate }
    set { rule.learningRate = newValue }
  }

  /// The means of the gradient and of its square.
  public static let stateNames = AdamW.stateNames

  /// What it remembers of `count` parameters.
  public func state(count: Int) -> OptimizerState { rule.state(count: count) }

  /// Goes on from a remembered state.
  public mutating func restore(_ state: OptimizerState) { rule.restore(state) }

  /// Moves each parameter by its gradient.
  public mutating func update(_ parameters: inout [Double], gradients: [Double]) {
    rule.update(&parameters, gradients: gradients)
  }
}
