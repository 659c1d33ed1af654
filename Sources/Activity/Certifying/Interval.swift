/// All numbers from `low` to `high`.
///
/// Sums, products and quotients round to the nearest number, and rounding keeps order; so the ends,
/// computed with the same rounding in the same order, enclose every number that a program computes
/// from numbers of the intervals. (Moore 1966, "Interval Analysis", for the rules.)
struct Interval: Equatable {
  let low: Double
  let high: Double

  /// Every number, and none: what is said where nothing can be proved.
  static let unknown = Interval(-.infinity, .infinity)

  /// `unknown` where an end is no number.
  init(_ low: Double, _ high: Double) {
    let isNumber = low <= high
    self.low = isNumber ? low : -.infinity
    self.high = isNumber ? high : .infinity
  }

  init(_ number: Double) { self.init(number, number) }

  var isPoint: Bool { low == high }
  var isUnknown: Bool { self == .unknown }

  /// Room for an error of the C library of some units in the last place.
  var widened: Interval {
    var (low, high) = (low, high)
    for _ in 0..<8 { (low, high) = (low.nextDown, high.nextUp) }
    return Interval(low, high)
  }

  static func + (x: Interval, y: Interval) -> Interval {
    Interval(x.low + y.low, x.high + y.high)
  }

  static func - (x: Interval, y: Interval) -> Interval {
    Interval(x.low - y.high, x.high - y.low)
  }

  static func * (x: Interval, y: Interval) -> Interval {
    hull([x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high])
  }

  /// `unknown` where a divisor may be 0.
  static func / (x: Interval, y: Interval) -> Interval {
    guard y.low > 0 || y.high < 0 || (x.isPoint && y.isPoint) else { return .unknown }
    return hull([x.low / y.low, x.low / y.high, x.high / y.low, x.high / y.high])
  }

  private static func hull(_ ends: [Double]) -> Interval {
    guard !ends.contains(where: \.isNaN), let low = ends.min(), let high = ends.max()
    else { return .unknown }
    return Interval(low, high)
  }

  /// The image under a function that never falls and is computed without error.
  func mapped(_ function: (Double) -> Double) -> Interval {
    Interval(function(low), function(high))
  }
}
