/// A number as the unevaluated sum of two, with about twice the digits (Dekker 1971, "A
/// floating-point technique for extending the available precision").
struct DoubleDouble {
  private(set) var high: Double
  private(set) var low: Double

  init(_ number: Double) {
    high = number
    low = 0
  }

  /// The difference of two numbers without rounding (Knuth's TwoSum).
  @inline(__always)
  init(subtracting y: Double, from x: Double) {
    let sum = x - y
    let part = sum - x
    high = sum
    low = (x - (sum - part)) - (y + part)
  }

  /// Adds a number; what the sum loses in rounding goes into ``low``.
  @inline(__always)
  mutating func add(_ number: Double) {
    let sum = high + number
    let part = sum - high
    low += (high - (sum - part)) + (number - part)
    high = sum
  }
}
