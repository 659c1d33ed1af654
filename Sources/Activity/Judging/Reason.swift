internal import Autograd
internal import GraphModel

/// The sentence that says why a neuron has its verdict.
struct Reason {
  private let facts: Facts
  private let deadSince: FiringHistory.Death?
  private var numbers: Measurement { facts.measurement }
  private var site: NeuronSite { facts.site }

  init(_ facts: Facts, deadSince: FiringHistory.Death?) {
    self.facts = facts
    self.deadSince = deadSince
  }

  /// Over the set of examples.
  func sentence(for verdict: Verdict, _ findings: [Finding]) -> String {
    switch verdict {
    case .notANumber:
      "nan: its output is nan in \(share(numbers.notANumberCount)), and nothing else can be said of it"
    case .disconnected: "disconnected: \(disconnection)"
    case .dead: "dead\(deadSince?.words ?? ""): \(death(findings))"
    case .zeroEffect: "zero effect: \(noEffect(findings))"
    case .constant:
      "constant: its output is \(constant) in \(all), so it acts only as a bias"
    case .blocked:
      "blocked: its output is not 0, but in \(examples) everything it feeds is off or has weight 0"
    case .saturated:
      "saturated: in \(all) the slope of its \(activation) is below 0.001; it acts, "
        + "but its weights hardly learn"
    case .silent, .active: "active: \(activity)"
    }
  }

  /// In one example; `nil` where the sentence over the set says it.
  func sentence(for verdict: Verdict, here observation: Observation) -> String? {
    let places = ReasonPlaces(observation)
    switch verdict {
    case .disconnected, .dead, .zeroEffect, .constant: return nil
    case .notANumber:
      return "nan here: its pre-activation is \(places.sum) and its output nan"
    case .silent:
      return "off here: its pre-activation is \(places.sum), so its output is \(zero); it \(firing)"
    case .blocked:
      return "blocked here: its output is \(places.output), but everything it feeds is off or has "
        + "weight 0, so no gradient comes back"
    case .saturated:
      return "saturated here: its output is \(places.output), where the slope of its \(activation) "
        + "is below 0.001; it acts, but its weights hardly learn"
    case .active:
      let weights = observation.weightsWithoutInput
      let subject = "\(count(weights, "weight")) \(weights == 1 ? "gets" : "get")"
      let note =
        weights == 0 || !facts.hasLoss ? "" : "; \(subject) no gradient only because the input is 0"
      return "active here: \(places.action)\(note)"
    }
  }

  private var disconnection: String {
    guard facts.reachesOutput, let weights = facts.zeroOutgoingWeights else {
      return "no path leads from it to an output"
    }
    return weights == 1
      ? "its only outgoing weight is exactly 0, so what it computes reaches no output"
      : "each of its \(weights) outgoing weights is exactly 0, so what it computes reaches no output"
  }

  private func death(_ findings: [Finding]) -> String {
    let isOff = site.activation == .relu && numbers.preactivation.highest <= 0
    guard isOff, findings.contains(.notLearning) || !facts.hasLoss else {
      return "its output is \(zero) over \(all)"
        + (facts.hasLoss ? ", \(learning(findings))" : "")
    }
    let sum = "its pre-activation is at most \(text(numbers.preactivation.highest)) over \(all)"
    let output = "its output is \(zero)"
    let learning = "so \(output) and the gradients of its \(parameters) are exactly 0"
    let proof =
      findings.contains(.cannotFire)
      ? "; it cannot fire anywhere between the smallest and largest inputs" : ""
    let cure =
      site.layer == 1
      ? "gradient descent alone cannot bring it back"
      : "only changes in the layers before it can bring it back"
    return "\(sum), \(learning)\(proof); \(cure)"
  }

  /// Of a neuron that is dead for another reason than a ReLU that is off.
  private func learning(_ findings: [Finding]) -> String {
    if findings.contains(.notLearning) {
      return "and the gradients of its \(parameters) are exactly 0, too"
    }
    return numbers.gradientNorm == 0
      ? "and its weights get no gradient only because their inputs are 0"
      : "but its weights still learn"
  }

  private func noEffect(_ findings: [Finding]) -> String {
    let fires = "it \(firing)"
    guard facts.tolerance == 0 else {
      return "\(fires), but no output changes by more than \(tolerance) without it"
    }
    let why =
      findings.contains(.cancelled)
      ? "what it adds cancels or is lost in rounding"
      : "there everything it feeds is off or has weight 0"
    return "\(fires), but \(why): no output changes by even one bit without it"
  }

  private var activity: String {
    let effect = numbers.removal
    let saturation =
      numbers.saturatedCount > 0 ? ", saturated in \(share(numbers.saturatedCount))" : ""
    guard !effect.outputs.isNaN else {
      return
        "\(firing)\(saturation); what changes without it cannot be told, since an output is nan "
        + "with it and without"
    }
    return "\(firing)\(saturation); without it outputs change by up to \(text(effect.outputs))"
      + (facts.hasLoss ? " and the loss by \(signed(effect.loss))" : "")
  }

  private var all: String { "\(examples)\(ReasonPlaces.all(numbers.instanceCounts))" }
  private var examples: String {
    numbers.count == 1 ? "the only example" : "all \(numbers.count) examples"
  }

  private var firing: String {
    let examples = "in \(share(numbers.count - numbers.silentCount))"
    return numbers.outputCount == numbers.count
      ? "fires \(examples)"
      : "fires at \(numbers.firingCount) of \(numbers.outputCount) places, \(examples)"
  }

  private var parameters: String { count(site.parameters.count, "parameter") }
  private func share(_ part: Int) -> String { "\(part) of \(count(numbers.count, "example"))" }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private var activation: String { site.activation?.name ?? "sum" }
  private var tolerance: String { NumberFormat.exact(facts.tolerance) }
  private var constant: String {
    let mean = text(numbers.output.mean)
    return facts.tolerance > 0 ? "\(mean) within \(tolerance)" : mean
  }
  private var zero: String { facts.tolerance > 0 ? "0 within \(tolerance)" : "exactly 0" }
  private func text(_ number: Double) -> String { NumberFormat.text(for: number) }
  private func signed(_ number: Double) -> String {
    number > 0 ? "+\(text(number))" : text(number)
  }
}
