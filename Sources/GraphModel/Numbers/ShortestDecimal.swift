/// The shortest decimal that reads back as the same number, and of these the nearest:
/// `digits · 10^exponent`.
///
/// By the method of Giulietti 2020, "The Schubfach way to render doubles".
struct ShortestDecimal {
  /// Up to 17 digits, without zeros at the end.
  private(set) var digits: UInt64
  private(set) var exponent: Int

  /// - Precondition: finite and above 0.
  init(_ number: Double) {
    let fraction = number.significandBitPattern
    let biased = Int(number.exponentBitPattern)
    let mantissa = biased == 0 ? fraction : fraction | 1 << 52
    let power = max(biased, 1) - 1075
    if (-52...0).contains(power), mantissa & ((1 << UInt64(-power)) - 1) == 0 {
      (digits, exponent) = (mantissa >> UInt64(-power), 0)
    } else {
      (digits, exponent) = Self.search(mantissa, power, isLowest: fraction == 0 && biased > 1)
    }
    while digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
  }

  /// - Parameter isLowest: whether the number below is half as far away as the one above.
  private static func search(
    _ mantissa: UInt64, _ power: Int, isLowest: Bool
  ) -> (UInt64, Int) {
    // ⌊log₁₀ 2^power⌋, or of three quarters of it.
    let k = (power * 1_262_611 - (isLowest ? 524_031 : 0)) >> 22
    let shift = UInt64(power + ((-k * 1_741_647) >> 19) + 1)
    let ten = PowersOfTen[-k]
    let middle = mantissa << 2
    let scaled = scale(middle << shift, ten)
    let isOdd = mantissa & 1
    // Where two decimals are equally far, a number with an even mantissa takes the border too.
    let lower = scale((middle - (isLowest ? 1 : 2)) << shift, ten) + isOdd
    let upper = scale((middle + 2) << shift, ten) - isOdd
    let whole = scaled >> 2
    if whole >= 10 {
      let short = whole / 10
      let (isBelow, isAbove) = (lower <= 40 * short, 40 * short + 40 <= upper)
      if isBelow != isAbove { return (short + (isAbove ? 1 : 0), k + 1) }
    }
    let (isBelow, isAbove) = (lower <= whole << 2, (whole << 2) + 4 <= upper)
    if isBelow != isAbove { return (whole + (isAbove ? 1 : 0), k) }
    let half = (whole << 2) + 2
    let isUp = scaled > half || (scaled == half && whole & 1 != 0)
    return (whole + (isUp ? 1 : 0), k)
  }

  /// The product's upper 64 bits; the last one says whether anything was left out.
  private static func scale(_ number: UInt64, _ ten: (high: UInt64, low: UInt64)) -> UInt64 {
    let low = ten.low.multipliedFullWidth(by: number).high
    let high = ten.high.multipliedFullWidth(by: number)
    let (sum, overflow) = high.low.addingReportingOverflow(low)
    return (high.high + (overflow ? 1 : 0)) | (sum > 1 ? 1 : 0)
  }
}
