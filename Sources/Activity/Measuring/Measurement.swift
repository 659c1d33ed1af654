/// What was counted and measured of a neuron over a set of examples.
public struct Measurement: Sendable, Equatable {
  /// The sum before the activation.
  public private(set) var preactivation = Extent()
  /// What it gives on.
  public private(set) var output = Extent()
  /// The derivative of an example's loss with respect to the output.
  public private(set) var gradient = Extent()
  /// In how many examples its output is exactly 0.
  public private(set) var silentCount = 0
  /// In how many examples it is blocked.
  public private(set) var blockedCount = 0
  /// In how many examples it is saturated.
  public private(set) var saturatedCount = 0
  /// In how many examples its output is not 0 and could reach an output of the network.
  public private(set) var openCount = 0
  /// In how many examples a weight has a gradient of 0 only because what it multiplies is 0.
  public private(set) var withoutInputCount = 0
  /// In how many examples this is so of every weight.
  public private(set) var fullyWithoutInputCount = 0
  /// In how many examples the loss has a gradient with respect to its sum.
  public private(set) var drivenCount = 0
  /// The Euclidean length of the gradient of the mean loss with respect to its parameters.
  public internal(set) var gradientNorm = 0.0
  /// What changes when its output is set to 0.
  public internal(set) var removal = Effect()
  /// What changes when its output is set to its mean.
  public internal(set) var clampingToMean = Effect()

  /// How many examples there are.
  public var count: Int { output.count }
  /// The share of examples in which its output is not 0.
  public var fires: Double { Double(count - silentCount) / Double(count) }

  /// - Parameter tolerance: outputs of this size and below count as silent.
  mutating func add(_ observation: Observation, tolerance: Double) {
    let isSilent = abs(observation.output) <= tolerance
    preactivation.add(observation.preactivation)
    output.add(observation.output)
    gradient.add(observation.gradient)
    silentCount += isSilent ? 1 : 0
    blockedCount += observation.isBlocked ? 1 : 0
    saturatedCount += observation.isSaturated ? 1 : 0
    openCount += !isSilent && observation.isOpen ? 1 : 0
    withoutInputCount += observation.weightsWithoutInput > 0 ? 1 : 0
    fullyWithoutInputCount += observation.isFullyWithoutInput ? 1 : 0
    drivenCount += observation.preactivationGradient != 0 ? 1 : 0
  }
}
