/// How the losses of all examples become the one loss that is made small.
public enum Reduction: String, CaseIterable, Codable, Sendable {
  case mean, sum

  /// What a total over so many examples is multiplied by.
  func share(of count: Int) -> Double { self == .sum ? 1 : 1 / Double(count) }
}
