/// Derivatives that need care: where the obvious formula loses digits, overflows or vanishes though
/// the derivative itself can be represented.
enum Slope {
  /// (x / y) / y, where `out` is x / y.
  ///
  /// A quotient below the normal range has lost digits that a divisor below 1 would bring up again.
  @inline(__always)
  static func quotient(_ x: Double, _ y: Double, _ out: Double) -> Double {
    isShort(out) ? x * 0x1p200 / y / y * 0x1p-200 : out / y
  }

  /// y·xʸ⁻¹, the slope of xʸ by its base, where `out` is xʸ.
  static func base(_ x: Double, _ y: Double, _ out: Double) -> Double {
    if y == 0 { return 0 }
    if out.isNaN { return out }
    let lower = y - 1
    let power = LibM.pow(x, lower)
    // What rounding took from the difference (Knuth's two-sum).
    let part = lower - y
    let lost = (y - (lower - part)) - (1 + part)
    if lost == 0, power.isNormal { return y * power }
    guard x.isFinite, x != 0, y.isFinite, !power.isNaN else {
      return power == 0 ? 0 : y * power
    }
    // The power by itself may be too large or too small, and y − 1 may be rounded.
    let root = LibM.pow(abs(x), lower / 2)
    let correction = lost * LibM.log(abs(x))
    // An exponent below the normal range must not stay there on the way.
    let shift = abs(y) < 0x1p-500 ? 0x1p400 : 1
    let size = (y * shift * root) * (root / shift) * (abs(correction) < 1e-9 ? 1 + correction : 1)
    return x < 0 && LibM.pow(-1, y) > 0 ? -size : size
  }

  /// xʸ·ln x, the slope of xʸ by its exponent, where `out` is xʸ.
  static func exponent(_ x: Double, _ y: Double, _ out: Double) -> Double {
    if x == 0, y >= 0 { return 0 }
    let log = LibM.log(x)
    if out.isNormal || !(x > 0 && x.isFinite && y.isFinite) { return out * log }
    let root = LibM.pow(x, y / 2)
    return log * root * root
  }

  /// 1 + tan² x, where `out` is tan x, with what rounding takes from square and sum.
  static func tangent(_ out: Double) -> Double {
    let (square, rest) = squared(out)
    let sum = 1 + square
    let lost = square < 1 ? square - (sum - 1) : 1 - (sum - square)
    return sum + (lost + rest)
  }

  /// x / (x² + y²) and −y / (x² + y²), where `y` and `x` are the first and second operand of `atan2`.
  static func angle(
    _ y: Double, _ x: Double, times gradient: Double
  ) -> (x: Double, y: Double) {
    let size = max(abs(x), abs(y))
    if size == 0 || x.isNaN || y.isNaN { return (.nan, .nan) }
    if size == .infinity {
      return (
        Double(signOf: x, magnitudeOf: 0) * gradient, Double(signOf: -y, magnitudeOf: 0) * gradient
      )
    }
    // Near 1, nothing is lost in a square.
    let exponent = size.exponent
    let (a, b) = (scaled(y, by: -exponent), scaled(x, by: -exponent))
    let (first, second) = (squared(a), squared(b))
    let sum = first.high + second.high
    let larger = max(first.high, second.high)
    let rest = (min(first.high, second.high) - (sum - larger)) + (first.rest + second.rest)
    let inverse = 1 / sum
    func slope(_ part: Double) -> Double {
      // A part below the normal range must not stay there on the way.
      let shift = abs(part) < 0x1p-700 ? 300 : 0
      let number = scaled(part, by: shift)
      return scaled(
        number / sum - number * inverse * (rest * inverse), by: -exponent - shift)
    }
    return (slope(b) * gradient, slope(-a) * gradient)
  }

  /// A number times a power of two, as one rounding.
  private static func scaled(_ number: Double, by exponent: Int) -> Double {
    Double(sign: .plus, exponent: Int(exponent), significand: number)
  }

  /// A square and what rounding took from it (Dekker 1971), for a number that is not far from 1.
  private static func squared(_ x: Double) -> (high: Double, rest: Double) {
    let wide = 134_217_729 * x
    let high = wide - (wide - x)
    let low = x - high
    let square = x * x
    return (square, ((high * high - square) + 2 * high * low) + low * low)
  }

  /// Whether a number is below the normal range, and has fewer digits than others.
  @inline(__always)
  static func isShort(_ number: Double) -> Bool {
    abs(number) < .leastNormalMagnitude && number != 0
  }

  static func isShort(_ numbers: LaneVector) -> SIMDMask<LaneVector.MaskStorage> {
    numbers .< .leastNormalMagnitude .& numbers .> -.leastNormalMagnitude .& numbers .!= 0
  }
}
