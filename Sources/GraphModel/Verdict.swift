/// What is said of a neuron in one word: the first of these that holds.
public enum Verdict: String, Codable, CaseIterable, Sendable {
  /// Its output is no number: nothing else can be said of what it does.
  case notANumber = "nan"
  /// No path leads from it to an output, or each of its outgoing weights is exactly 0.
  case disconnected
  /// Its output is exactly 0 in every example of the set.
  case dead
  /// Without it no output of any example changes by even one bit, though it is not dead.
  case zeroEffect = "zero-effect"
  /// Not dead, but its output is the same in every example: it acts as a bias.
  case constant
  /// Its output is exactly 0 here.
  case silent
  /// Not silent, yet everything it feeds here is off or has weight 0.
  case blocked
  /// The slope of its activation is below 1e-3 here: it acts, but its weights hardly learn.
  case saturated
  /// None of these.
  case active
}

extension Verdict {
  /// Whether the neuron adds something that is not 0 and can be felt.
  public var acts: Bool {
    switch self {
    case .disconnected, .dead, .zeroEffect, .silent, .blocked: false
    case .notANumber, .constant, .saturated, .active: true
    }
  }
}

/// Something that holds of a neuron, besides its verdict.
public enum Finding: String, Codable, CaseIterable, Sendable {
  /// Its output is `nan` in an example of the set, or here.
  case notANumber = "nan"
  case disconnected, dead
  /// Interval arithmetic proves that its pre-activation is 0 at the most, whatever the inputs
  /// between the smallest and largest of the set.
  case cannotFire = "cannot-fire"
  /// Without it no output of any example changes by even one bit.
  case zeroEffect = "zero-effect"
  /// Zero effect, although what it adds is not 0 and what it feeds is not off: the terms cancel,
  /// or are lost in rounding.
  case cancelled
  case constant, silent, blocked, saturated
  /// The gradient of each of its weights and of its bias is exactly 0.
  case notLearning = "not-learning"
  /// A weight's gradient is 0 only because the input it multiplies is 0; the weight is not useless.
  case zeroGradientByInput = "zero-gradient-by-input"
}
