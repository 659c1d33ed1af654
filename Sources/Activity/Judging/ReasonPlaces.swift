internal import GraphModel

/// How a sentence speaks of a neuron in one example: by its number, or over its instances, which
/// people know as the places where it looks.
struct ReasonPlaces {
  private let observation: Observation
  private var count: Int { observation.instanceCount }

  init(_ observation: Observation) { self.observation = observation }

  /// The pre-activation of a neuron that is off.
  var sum: String {
    let sum = NumberFormat.text(for: observation.preactivation)
    return count == 1 ? sum : "at most \(sum)\(Self.all(count...count))"
  }

  /// The output of a neuron that is not off.
  var output: String {
    let output = NumberFormat.text(for: observation.output)
    return count == 1 ? output : "up to \(output) at \(observation.firingCount) of \(count) places"
  }

  /// What an active neuron does.
  var action: String {
    count == 1
      ? "its output is \(output), its gradient \(NumberFormat.text(for: observation.gradient))"
      : "its output is \(output)"
  }

  /// Such as ` at all 36 places`; nothing where there is but one.
  static func all(_ counts: ClosedRange<Int>) -> String {
    if counts == 1...1 { return "" }
    return counts.count == 1 ? " at all \(counts.upperBound) places" : " at all places"
  }
}
