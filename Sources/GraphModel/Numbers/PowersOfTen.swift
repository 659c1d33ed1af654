/// Powers of ten as 128 bits: the smallest integer g ≥ 10ᵏ · 2⁻ˢ with 2¹²⁷ ≤ g < 2¹²⁸.
enum PowersOfTen {
  /// The powers that shortest decimals need.
  static let range = -292...324

  /// The high and the low 64 bits of a power in ``range``.
  @inline(__always)
  static subscript(_ power: Int) -> (high: UInt64, low: UInt64) {
    table[power - range.lowerBound]
  }

  /// Powers of two cancel in 2⁻ˢ, so those of five are enough.
  private static let table: [(high: UInt64, low: UInt64)] = {
    var powers = [(high: UInt64, low: UInt64)](
      repeating: (0, 0), count: range.upperBound - range.lowerBound + 1)
    var five = WideInteger(bits: 0)
    for power in 0...range.upperBound {
      powers[power - range.lowerBound] = five.leading(isExact: true)
      five.multiply(by: 5)
    }
    // ⌊⌊2ⁿ / 5⌋ / 5⌋ is ⌊2ⁿ / 25⌋, so these are exact too; 1/5²⁹² needs 679 bits before its own.
    var share = WideInteger(bits: 960)
    for power in 1...(-range.lowerBound) {
      share.divide(by: 5)
      powers[-power - range.lowerBound] = share.leading(isExact: false)
    }
    return powers
  }()
}

/// A large natural number, the lowest 64 bits first.
private struct WideInteger {
  private var limbs: [UInt64]

  /// 2 to the power of `bits`.
  init(bits: Int) {
    limbs = Array(repeating: 0, count: bits / 64 + 1)
    limbs[bits / 64] = 1 << UInt64(bits % 64)
  }

  mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      limbs[index] = low
      carry = product.high + (overflow ? 1 : 0)
    }
    if carry > 0 { limbs.append(carry) }
  }

  mutating func divide(by divisor: UInt64) {
    var rest: UInt64 = 0
    for index in limbs.indices.reversed() {
      (limbs[index], rest) = divisor.dividingFullWidth((rest, limbs[index]))
    }
    while limbs.last == 0 { limbs.removeLast() }
  }

  /// The leading 128 bits, rounded up.
  ///
  /// - Parameter isExact: whether the number itself is meant, and not one that is a little larger.
  func leading(isExact: Bool) -> (high: UInt64, low: UInt64) {
    let shift = UInt64(limbs[limbs.count - 1].leadingZeroBitCount)
    func limb(_ place: Int) -> UInt64 { place < limbs.count ? limbs[limbs.count - 1 - place] : 0 }
    func shifted(_ place: Int) -> UInt64 {
      shift == 0 ? limb(place) : limb(place) << shift | limb(place + 1) >> (64 - shift)
    }
    let hasMore = !isExact || shifted(2) != 0 || limbs.dropLast(3).contains { $0 != 0 }
    let (low, overflow) = shifted(1).addingReportingOverflow(hasMore ? 1 : 0)
    return (shifted(0) + (overflow ? 1 : 0), low)
  }
}
