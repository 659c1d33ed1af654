/// Functions of eight numbers at once, within a few units in the last place of the C library's.
///
/// An argument is brought near 0 or 1 by a power of two; there a Taylor series, long enough for all
/// digits, gives the rest (Muller, Elementary Functions, chapters 3 and 11).
enum LaneMath {
  private static let one = LaneVector(repeating: 1)
  /// ln 2 as the sum of a number with short digits, which times an exponent is exact, and the rest.
  private static let ln2 = (high: 6.93147180369123816490e-01, low: 1.90821492927058770002e-10)
  private static let log2e = 1.4426950408889634
  /// Adding it rounds to a whole number, which then stands in the last bits (1.5 · 2^52).
  private static let rounder = 6_755_399_441_055_744.0

  static func exp(_ x: LaneVector) -> LaneVector {
    // Beyond these the result is inf or 0; nan stays.
    let inside = x.replacing(with: 710, where: x .> 710).replacing(with: -746, where: x .< -746)
    let (exponent, rest) = reduce(inside)
    let half = round(0.5 * exponent)
    return (one + expSeries(rest)) * powerOfTwo(half) * powerOfTwo(exponent - half)
  }

  /// From expm1(2|x|) = t: tanh |x| = t / (t + 2), which keeps the digits of small arguments.
  static func tanh(_ x: LaneVector) -> LaneVector {
    let isNegative = x .< 0
    let double = 2 * x.replacing(with: -x, where: isNegative)
    // From 40 on the result is 1 in all digits.
    let (exponent, rest) = reduce(double.replacing(with: 40, where: double .> 40))
    let power = powerOfTwo(exponent)
    let t = power * expSeries(rest) + (power - one)
    let size = t / (t + 2)
    return size.replacing(with: -size, where: isNegative)
  }

  /// 1 / (1 + e⁻ˣ), without overflow on either side.
  static func logistic(_ x: LaneVector) -> LaneVector { Logistic.value(x, exp) }

  /// With x = 2^e · m, m near 1 and s = (m − 1) / (m + 1): ln x = e · ln 2 + 2 artanh s.
  static func log(_ x: LaneVector) -> LaneVector {
    let isSmall = x .< Double.leastNormalMagnitude
    let bits = unsafeBitCast(x.replacing(with: x * 0x1p54, where: isSmall), to: LaneBits.self)
    let fraction = bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000
    var m = unsafeBitCast(fraction, to: LaneVector.self)
    let biased = unsafeBitCast(bits &>> 52 | 0x4330_0000_0000_0000, to: LaneVector.self)
    var exponent = biased - (0x1p52 + 1023)
    exponent = exponent.replacing(with: exponent - 54, where: isSmall)
    let isLarge = m .> 2.0.squareRoot()
    m = m.replacing(with: 0.5 * m, where: isLarge)
    exponent = exponent.replacing(with: exponent + 1, where: isLarge)
    let f = m - one
    let s = f / (f + 2)
    let tail = 2 * s * artanhSeries(s * s) + exponent * ln2.low
    let result = exponent * ln2.high + (2 * s + tail)
    return result.replacing(with: -.infinity, where: x .== 0)
      .replacing(with: .infinity, where: x .== .infinity)
      .replacing(with: .nan, where: .!(x .>= 0))
  }

  /// x = exponent · ln 2 + rest, with the rest at most half of ln 2.
  private static func reduce(
    _ x: LaneVector
  ) -> (exponent: LaneVector, rest: LaneVector) {
    let exponent = round(log2e * x)
    return (exponent, x - exponent * ln2.high - exponent * ln2.low)
  }

  private static func round(_ x: LaneVector) -> LaneVector { (x + rounder) - rounder }

  /// 2 to a whole exponent of −1022 to 1023.
  private static func powerOfTwo(_ exponent: LaneVector) -> LaneVector {
    let bits = unsafeBitCast(exponent + (rounder + 1023), to: LaneBits.self)
    return unsafeBitCast(bits &<< 52, to: LaneVector.self)
  }

  /// eʳ − 1 for |r| up to half of ln 2: r + r²/2! + … + r¹³/13!; the next term is below 2^-57 of it.
  private static func expSeries(_ r: LaneVector) -> LaneVector {
    var sum = r * (1 / 6_227_020_800) + 1 / 479_001_600
    sum = sum * r + 1 / 39_916_800
    sum = sum * r + 1 / 3_628_800
    sum = sum * r + 1 / 362_880
    sum = sum * r + 1 / 40_320
    sum = sum * r + 1 / 5_040
    sum = sum * r + 1 / 720
    sum = sum * r + 1 / 120
    sum = sum * r + 1 / 24
    sum = sum * r + 1 / 6
    sum = sum * r + 0.5
    return sum * r * r + r
  }

  /// (artanh s) / s − 1 = z/3 + z²/5 + … for z = s² up to 0.03.
  private static func artanhSeries(_ z: LaneVector) -> LaneVector {
    var sum = z * (1 / 23) + 1 / 21
    sum = sum * z + 1 / 19
    sum = sum * z + 1 / 17
    sum = sum * z + 1 / 15
    sum = sum * z + 1 / 13
    sum = sum * z + 1 / 11
    sum = sum * z + 1 / 9
    sum = sum * z + 1 / 7
    sum = sum * z + 1 / 5
    sum = sum * z + 1 / 3
    return sum * z
  }
}

private typealias LaneBits = SIMD8<UInt64>
