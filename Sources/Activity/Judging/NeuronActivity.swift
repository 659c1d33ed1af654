public import GraphModel

/// A neuron over a set of examples: its numbers, its verdict and the reason.
public struct NeuronActivity: Sendable {
  /// Where it stands in the program.
  public let site: NeuronSite
  /// What was counted and measured.
  public let measurement: Measurement
  /// The first word that holds.
  public let verdict: Verdict
  /// Everything that holds in every example of the set.
  public let findings: [Finding]
  /// One sentence that says why, in numbers.
  public let reason: String

  /// Whether its gradients and effects are those of a loss.
  public var hasLoss: Bool { facts.hasLoss }

  let facts: Facts

  init(_ facts: Facts, deadSince: FiringHistory.Death?) {
    site = facts.site
    measurement = facts.measurement
    findings = facts.findings
    verdict = Verdict(facts.findings)
    self.facts = facts
    reason = Reason(facts, deadSince: deadSince).sentence(for: verdict, findings)
  }

  /// The neuron in one example, which need not be of the set.
  ///
  /// The verdict is the set's where that is stronger than what holds here: a dead neuron is called
  /// dead, not silent.
  public func reading(_ observation: Observation) -> Reading {
    Reading(self, observation)
  }

  /// A neuron in one example.
  public struct Reading: Sendable {
    /// The numbers.
    public let observation: Observation
    /// The first word that holds, of the set or here.
    public let verdict: Verdict
    /// Everything that holds, of the set or here.
    public let findings: [Finding]
    /// One sentence that says why, in numbers.
    public let reason: String

    init(_ neuron: NeuronActivity, _ observation: Observation) {
      let isSilent = observation.firingCount == 0
      let here: [(Finding, Bool)] = [
        (.notANumber, observation.isNotANumber), (.silent, isSilent),
        (.blocked, observation.isBlocked),
        (.saturated, observation.isSaturated),
        (.zeroGradientByInput, neuron.facts.hasLoss && observation.weightsWithoutInput > 0),
      ]
      let local: Set<Finding> = [.notANumber, .silent, .blocked, .saturated, .zeroGradientByInput]
      findings =
        neuron.findings.filter { !local.contains($0) } + here.filter(\.1).map(\.0)
      verdict = Verdict(findings)
      self.observation = observation
      reason =
        Reason(neuron.facts, deadSince: nil).sentence(for: verdict, here: observation)
        ?? neuron.reason
    }
  }
}
