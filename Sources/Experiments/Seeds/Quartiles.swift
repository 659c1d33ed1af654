/// Where numbers lie: a quarter, half and three quarters of them below.
///
/// Between two numbers the distance is divided evenly (Hyndman and Fan 1996, definition 7):
/// `Quartiles([1, 2, 4, 8])` has the median 3.
public struct Quartiles: Sendable, Equatable {
  /// The smallest.
  public let lowest: Double
  /// A quarter of the numbers are below.
  public let lower: Double
  /// Half of the numbers are below.
  public let median: Double
  /// Three quarters of the numbers are below.
  public let upper: Double
  /// The largest.
  public let highest: Double

  /// The quartiles of `numbers`; `nil` of none, or if one is not a number.
  public init?(_ numbers: [Double]) {
    guard !numbers.isEmpty, !numbers.contains(where: \.isNaN) else { return nil }
    let sorted = numbers.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let (low, high) = (sorted[Int(place)], sorted[Int(place.rounded(.up))])
      return low == high ? low : low + (high - low) * (place - place.rounded(.down))
    }
    lowest = sorted[0]
    (lower, median, upper) = (quantile(0.25), quantile(0.5), quantile(0.75))
    highest = sorted[sorted.count - 1]
  }
}
