internal import Autograd
internal import NeuralNetworks

/// A rule that moves the parameters.
public struct OptimizerDescription: Codable, Sendable, Equatable {
  /// The rules.
  public enum Kind: String, CaseIterable, Codable, Sendable { case sgd, momentum, adam, adamw }

  /// Which rule.
  public var kind: Kind
  /// The length of a step, of the first one where it changes.
  public var learningRate: Double
  /// If given, the lengths of the steps.
  public var learningRates: Schedule?
  /// If given, the learning rate falls in a straight line to this value after the last step.
  public var finalLearningRate: Double?
  /// The share of the last movement that is kept, with `sgd` and `momentum`.
  public var momentum: Double
  /// If given, the shares of the last movement that are kept in the steps.
  public var momenta: Schedule?
  /// How slowly the two means move, with `adam` and `adamw`.
  public var betas: [Double]
  /// Added to the root of the mean square, with `adam` and `adamw`.
  public var epsilon: Double
  /// The decoupled weight decay, with `adamw`; with `momentum` the share of itself that a parameter
  /// loses after each step.
  public var weightDecay: Double

  /// The learning rate of a step, counted from 1.
  func learningRate(step: Int, of steps: Int) -> Double {
    guard let finalLearningRate else { return learningRates?.value(at: step) ?? learningRate }
    return learningRate - (learningRate - finalLearningRate) * Double(step - 1) / Double(steps)
  }

  /// Sets what changes from step to step; steps count from 1.
  func prepare(_ optimizer: inout any Optimizer, step: Int, of steps: Int) {
    optimizer.learningRate = learningRate(step: step, of: steps)
    guard let momentum = momenta?.value(at: step),
      var rule = optimizer as? any MomentumOptimizer, rule.momentum != momentum
    else { return }
    rule.momentum = momentum
    optimizer = rule
  }

  func makeOptimizer(_ arithmetic: Arithmetic) -> any Optimizer {
    let pair = (betas[0], betas[1])
    switch kind {
    case .sgd: return SGD(learningRate: learningRate, momentum: momentum)
    case .momentum:
      return Momentum(learningRate: learningRate, momentum: momentum, weightDecay: weightDecay)
    case .adam:
      return Adam(
        learningRate: learningRate, betas: pair, epsilon: epsilon, arithmetic: arithmetic)
    case .adamw:
      return AdamW(
        learningRate: learningRate, betas: pair, epsilon: epsilon, weightDecay: weightDecay,
        arithmetic: arithmetic)
    }
  }
}
