internal import Refusal

/// A data set in three parts: to learn from, to watch while learning, and to judge by at the end.
public struct Split: Codable, Sendable, Equatable {
  /// The examples to learn from.
  public let train: [Example]
  /// The examples to watch while learning.
  public let validation: [Example]
  /// The examples to judge by at the end.
  public let test: [Example]

  /// Cuts `examples`, in their order, at the given shares.
  ///
  /// With n examples the cuts are at ⌊n · train⌋ and ⌊n · (train + validation)⌋, as in
  /// `points[:int(0.8 * n)]` and `points[int(0.8 * n):int(0.9 * n)]`.
  ///
  /// - Precondition: shares from 0 to 1 that add up to 1 at the most.
  public init(_ examples: [Example], train: Double = 0.8, validation: Double = 0.1) {
    require(
      train >= 0 && validation >= 0 && train + validation <= 1.000001,
      "shares of \(train) for training and \(validation) for validation are more than there is")
    let count = Double(examples.count)
    let first = Int(train * count)
    let second = min(max(first, Int(Self.tidy(train + validation) * count)), examples.count)
    self.train = Array(examples[..<first])
    self.validation = Array(examples[first..<second])
    test = Array(examples[second...])
  }

  /// 0.8 + 0.1 is 0.9000000000000000222; the cut that is meant is the one at 0.9.
  private static func tidy(_ share: Double) -> Double {
    (share * 1e12).rounded() / 1e12
  }
}
