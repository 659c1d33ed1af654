/// A number as the unevaluated sum of two, with about 106 bits (Dekker 1971, "A floating-point
/// technique for extending the available precision").
struct DoubleDouble {
  private(set) var high: Double
  private(set) var low: Double

  init(_ number: Double) {
    high = number
    low = 0
  }

  init(_ high: Double, _ low: Double) {
    self.high = high
    self.low = low
  }

  /// The difference of two numbers without rounding (Knuth's TwoSum).
  @inline(__always)
  init(subtracting y: Double, from x: Double) {
    self.init(adding: -y, to: x)
  }

  @inline(__always)
  private init(adding y: Double, to x: Double) {
    let sum = x + y
    let part = sum - x
    high = sum
    low = (x - (sum - part)) + (y - part)
  }

  /// Adds a number; what the sum loses in rounding goes into ``low``.
  @inline(__always)
  mutating func add(_ number: Double) {
    let sum = DoubleDouble(adding: number, to: high)
    self = DoubleDouble(sum.high, low + sum.low)
  }

  static func + (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let sum = DoubleDouble(adding: y.high, to: x.high)
    let rest = DoubleDouble(adding: y.low, to: x.low)
    let first = DoubleDouble(adding: sum.low + rest.high, to: sum.high)
    return DoubleDouble(adding: first.low + rest.low, to: first.high)
  }

  static func * (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let product = product(x.high, y.high)
    return DoubleDouble(
      adding: product.low + (x.high * y.low + x.low * y.high), to: product.high)
  }

  /// Without rounding, for numbers of moderate size.
  private static func product(_ x: Double, _ y: Double) -> DoubleDouble {
    let (x1, x2, y1, y2) = (upper(x), x - upper(x), upper(y), y - upper(y))
    let product = x * y
    return DoubleDouble(product, ((x1 * y1 - product) + x1 * y2 + x2 * y1) + x2 * y2)
  }

  /// The upper 26 bits of a number (Veltkamp).
  private static func upper(_ x: Double) -> Double {
    let scaled = 134_217_729 * x
    return scaled - (scaled - x)
  }
}

extension DoubleDouble {
  private static let ln2 = DoubleDouble(0.6931471805599453, 2.3190468138462996e-17)

  /// eˣ for a number from −745 to 1: with x = k · ln 2 + 512 · r, e^r − 1 by its series, squared nine
  /// times.
  static func exp(_ x: Double) -> DoubleDouble {
    let k = (x / ln2.high).rounded()
    let rest = DoubleDouble(x) + DoubleDouble(-k) * ln2
    let r = DoubleDouble(rest.high / 512, rest.low / 512)
    var sum = DoubleDouble(0)
    for divisor in stride(from: 10.0, through: 2, by: -1) {
      sum = (sum + DoubleDouble(1)) * r * inverse(divisor)
    }
    // e^r − 1 = r · (1 + r/2 · (1 + r/3 · …)).
    var power = (sum + DoubleDouble(1)) * r
    for _ in 0..<9 { power = power + power + power * power }
    let whole = power + DoubleDouble(1)
    let scale = Double(sign: .plus, exponent: Int(k), significand: 1)
    return DoubleDouble(whole.high * scale, whole.low * scale)
  }

  /// 1 / n.
  private static func inverse(_ n: Double) -> DoubleDouble {
    let high = 1 / n
    let product = product(high, n)
    return DoubleDouble(high, ((1 - product.high) - product.low) / n)
  }
}
