internal import Autograd
internal import NeuralNetworks

/// A rule that moves the parameters.
public struct OptimizerDescription: Codable, Sendable, Equatable {
  /// The rules.
  public enum Kind: String, CaseIterable, Codable, Sendable { case sgd, adam, adamw }

  /// Which rule.
  public var kind: Kind
  /// The length of a step.
  public var learningRate: Double
  /// If given, the learning rate falls in a straight line to this value after the last step.
  public var finalLearningRate: Double?
  /// The share of the last movement that is kept, with `sgd`.
  public var momentum: Double
  /// How slowly the two means move, with `adam` and `adamw`.
  public var betas: [Double]
  /// Added to the root of the mean square, with `adam` and `adamw`.
  public var epsilon: Double
  /// The decoupled weight decay, with `adamw`.
  public var weightDecay: Double

  /// The learning rate of a step, counted from 1.
  func learningRate(step: Int, of steps: Int) -> Double {
    guard let finalLearningRate else { return learningRate }
    return learningRate - (learningRate - finalLearningRate) * Double(step - 1) / Double(steps)
  }

  func makeOptimizer(_ arithmetic: Arithmetic) -> any Optimizer {
    let pair = (betas[0], betas[1])
    switch kind {
    case .sgd: return SGD(learningRate: learningRate, momentum: momentum)
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
