internal import GraphModel

/// All that is known of a neuron over a set of examples: what verdict and reason follow from.
struct Facts {
  let site: NeuronSite
  let measurement: Measurement
  /// How many outgoing weights are all exactly 0; `nil` if one is not, or there is another use.
  let zeroOutgoingWeights: Int?
  let reachesOutput: Bool
  let cannotFire: Bool
  let tolerance: Double
  /// Whether there is a loss to learn from.
  let hasLoss: Bool

  private var isDisconnected: Bool { !reachesOutput || zeroOutgoingWeights != nil }
  private var isDead: Bool { measurement.silentCount == measurement.count }
  private var hasNoEffect: Bool { measurement.removal.outputs <= tolerance }
  private var isConstant: Bool {
    let (lowest, highest) = (measurement.output.lowest, measurement.output.highest)
    // Two equal infinities have no difference.
    return !isDead && measurement.count > 1
      && (lowest == highest || highest - lowest <= tolerance)
  }

  /// Driven, but in every such example each weight is without input and there is no bias.
  private var isWithoutInput: Bool {
    site.biases.isEmpty && measurement.drivenCount > 0
      && measurement.fullyWithoutInputCount == measurement.drivenCount
  }

  /// Everything that holds over the set; what is said of an example holds here in each of them.
  var findings: [Finding] {
    let count = measurement.count
    let holds: [(Finding, Bool)] = [
      (.notANumber, measurement.notANumberCount > 0), (.disconnected, isDisconnected),
      (.dead, isDead), (.cannotFire, cannotFire),
      (.zeroEffect, hasNoEffect),
      (
        .cancelled, measurement.removal.outputs == 0 && !isDisconnected && measurement.openCount > 0
      ),
      (.constant, isConstant), (.blocked, measurement.blockedCount == count),
      (.saturated, measurement.saturatedCount == count),
      (.notLearning, hasLoss && measurement.gradientNorm == 0 && !isWithoutInput),
      (.zeroGradientByInput, hasLoss && measurement.withoutInputCount == count),
    ]
    return holds.filter(\.1).map(\.0)
  }
}

extension Verdict {
  /// The first verdict that holds.
  init(_ findings: [Finding]) {
    self =
      Verdict.allCases.first { verdict in
        findings.contains { $0.rawValue == verdict.rawValue }
      } ?? .active
  }
}
