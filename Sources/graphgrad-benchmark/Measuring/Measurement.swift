/// Seconds for doing a thing once, from several repetitions.
struct Measurement: Encodable {
  let median: Double
  let shortest: Double
  let longest: Double
  let repetitions: Int

  /// - Precondition: at least one repetition.
  init(seconds: [Double]) {
    precondition(!seconds.isEmpty, "nothing was measured")
    let sorted = seconds.sorted()
    let middle = sorted.count / 2
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    shortest = sorted[0]
    longest = sorted[sorted.count - 1]
    repetitions = sorted.count
  }

  /// The time of one of `parts` equal parts of what was measured.
  func divided(by parts: Int) -> Measurement {
    Measurement(self, scaledBy: 1 / Double(parts))
  }

  private init(_ whole: Measurement, scaledBy factor: Double) {
    median = whole.median * factor
    shortest = whole.shortest * factor
    longest = whole.longest * factor
    repetitions = whole.repetitions
  }
}
