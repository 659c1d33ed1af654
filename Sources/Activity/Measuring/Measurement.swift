/// What was counted and measured of a neuron over a set of examples, at all its instances.
public struct Measurement: Sendable, Equatable {
  /// The sum before the activation.
  public private(set) var preactivation = Extent()
  /// What it gives on.
  public private(set) var output = Extent()
  /// The derivative of an example's loss with respect to the output.
  public private(set) var gradient = Extent()
  /// How many examples there are.
  public private(set) var count = 0
  /// The smallest and the largest number of its instances in an example.
  public private(set) var instanceCounts = 1...1
  /// At how many instances, counted over all examples, its output is not 0.
  public private(set) var firingCount = 0
  /// In how many examples its output is exactly 0 at every instance.
  public private(set) var silentCount = 0
  /// In how many examples an output of it is `nan`.
  public private(set) var notANumberCount = 0
  /// In how many examples it is blocked.
  public private(set) var blockedCount = 0
  /// In how many examples it is saturated.
  public private(set) var saturatedCount = 0
  /// In how many examples an output of it is not 0 and could reach an output of the network.
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

  /// Whether every output is exactly 0, so that setting them to 0 changes nothing.
  var isZero: Bool { output.lowest == 0 && output.highest == 0 }

  /// How many outputs there are: instances, counted over all examples.
  public var outputCount: Int { output.count }
  /// The share of outputs that are not 0; without several instances, of examples. `nan` where an
  /// output is: such a one neither fires nor is off.
  public var fires: Double {
    notANumberCount > 0 ? .nan : Double(firingCount) / Double(outputCount)
  }

  mutating func add(_ observation: Observation) {
    let isSilent = observation.firingCount == 0
    let instances = observation.instanceCount
    instanceCounts =
      count == 0
      ? instances...instances
      : min(instances, instanceCounts.lowerBound)...max(instances, instanceCounts.upperBound)
    preactivation.add(observation.preactivations)
    output.add(observation.outputs)
    gradient.add(observation.gradients)
    count += 1
    firingCount += observation.firingCount
    silentCount += isSilent ? 1 : 0
    notANumberCount += observation.isNotANumber ? 1 : 0
    blockedCount += observation.isBlocked ? 1 : 0
    saturatedCount += observation.isSaturated ? 1 : 0
    openCount += !isSilent && observation.isOpen ? 1 : 0
    withoutInputCount += observation.weightsWithoutInput > 0 ? 1 : 0
    fullyWithoutInputCount += observation.isFullyWithoutInput ? 1 : 0
    drivenCount += observation.isDriven ? 1 : 0
  }
}
