internal import Foundation

extension ByteBuffer {
  /// Appends ``NumberFormat/text(for:)``.
  public mutating func append(text number: Double) {
    let size = number.magnitude
    guard number != 0, size < .infinity else {
      append(notFinite: number)
      return
    }
    if number < 0 { appendMinus() }
    if size >= 0.001, size < 999_999.5 {
      // Large numbers give up decimals for the digits before the point.
      append(fixed: size, decimals: size < 9_999.99995 ? 4 : (size < 99_999.9995 ? 3 : 2))
    } else {
      append(scientific: size, digits: 4)
    }
  }

  /// Appends ``NumberFormat/short(_:)``.
  public mutating func append(short number: Double) {
    let size = number.magnitude
    guard number != 0, size < .infinity else {
      append(notFinite: number)
      return
    }
    if number < 0 { appendMinus() }
    if size < 0.01 || size >= 9_999.5 {
      append(scientific: size, digits: 2)
    } else {
      append(fixed: size, decimals: size < 9.995 ? 2 : size < 99.95 ? 1 : 0)
    }
  }

  /// Appends ``NumberFormat/exact(_:)``.
  public mutating func append(exact number: Double) {
    guard number.isFinite else {
      append(number.isNaN ? "nan" : number > 0 ? "inf" : "-inf")
      return
    }
    if number.sign == .minus { append(UInt8(ascii: "-")) }
    guard number != 0 else {
      append("0.0")
      return
    }
    let decimal = ShortestDecimal(number.magnitude)
    let length = Self.length(decimal.digits)
    // Where the point stands among the digits.
    let point = length + decimal.exponent
    if point > -4, number.magnitude <= 0x1p53 {
      append(decimal.digits, length, point: point)
      return
    }
    append(decimal.digits, length, point: 1, isWhole: length == 1)
    append(UInt8(ascii: "e"))
    append(UInt8(ascii: point > 0 ? "+" : "-"))
    let exponent = UInt64(abs(point - 1))
    if exponent < 10 { append(UInt8(ascii: "0")) }
    append(digits: exponent, Self.length(exponent))
  }

  private mutating func append(notFinite number: Double) {
    if number == 0 {
      if number.sign == .minus { appendMinus() }
      append(UInt8(ascii: "0"))
    } else if number.isNaN {
      append("nan")
    } else {
      if number < 0 { appendMinus() }
      append("inf")
    }
  }

  private mutating func appendMinus() { append("−") }

  /// Digits with a point after the first `point` of them, and zeros where they do not reach it.
  private mutating func append(
    _ digits: UInt64, _ length: Int, point: Int, isWhole: Bool = false
  ) {
    if point <= 0 {
      append("0.")
      for _ in point..<0 { append(UInt8(ascii: "0")) }
      append(digits: digits, length)
    } else if point >= length {
      append(digits: digits, length)
      for _ in length..<point { append(UInt8(ascii: "0")) }
      if !isWhole { append(".0") }
    } else {
      let rest = Self.powers[length - point]
      append(digits: digits / rest, point)
      append(UInt8(ascii: "."))
      append(digits: digits % rest, length - point)
    }
  }

  /// As C's `%.4f`: rounded once, from the number's exact value, halves to even.
  ///
  /// - Precondition: at least 0.001 and below 2²⁰.
  private mutating func append(fixed size: Double, decimals: Int) {
    let mantissa = size.significandBitPattern | 1 << 52
    let shift = UInt64(1075 - Int(size.exponentBitPattern))
    let product = mantissa.multipliedFullWidth(by: Self.powers[decimals])
    var whole = product.high << (64 - shift) | product.low >> shift
    let rest = product.low & ((1 << shift) - 1)
    let half: UInt64 = 1 << (shift - 1)
    if rest > half || (rest == half && whole & 1 == 1) { whole += 1 }
    let length = max(Self.length(whole), decimals + 1)
    append(whole, length, point: length - decimals, isWhole: decimals == 0)
  }

  /// As C's `%.3e` for four digits, with the exponent in as few digits as it has.
  private mutating func append(scientific size: Double, digits count: Int) {
    let decimal = ShortestDecimal(size)
    let length = Self.length(decimal.digits)
    var exponent = decimal.exponent + length - 1
    var digits = decimal.digits
    if size < Double.leastNormalMagnitude {
      // So close to 0 the shortest decimal has fewer digits than are wanted.
      (digits, exponent) = Self.rounded(size, count)
    } else if length <= count {
      digits *= Self.powers[count - length]
    } else {
      let part = Self.powers[length - count]
      let rest = digits % part
      digits /= part
      if rest == part / 2 {
        // Only the number's own bits tell to which side of the middle it lies.
        (digits, exponent) = Self.rounded(size, count)
      } else if rest > part / 2 {
        digits += 1
      }
      if digits == Self.powers[count] {
        digits /= 10
        exponent += 1
      }
    }
    append(digits, count, point: 1)
    append(UInt8(ascii: "e"))
    if exponent < 0 { appendMinus() }
    append(digits: UInt64(abs(exponent)), Self.length(UInt64(abs(exponent))))
  }

  /// The digits and the exponent that the C library writes.
  private static func rounded(_ size: Double, _ count: Int) -> (UInt64, Int) {
    let text = String(format: "%.\(count - 1)e", size)
    let parts = text.split(separator: "e")
    return (
      UInt64(parts[0].filter { $0 != "." }) ?? 0, parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    )
  }

  /// Two digits a division: half as many steps that wait for each other.
  private mutating func append(digits: UInt64, _ length: Int) {
    let pairs = Self.pairs.utf8Start
    appendBytes(length) { bytes in
      var rest = digits
      var place = length
      while place >= 2 {
        let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
        place -= 2
        bytes[place] = pairs[2 * Int(pair)]
        bytes[place + 1] = pairs[2 * Int(pair) + 1]
        rest = quotient
      }
      if place == 1 { bytes[0] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest) }
    }
  }

  /// The numbers from 00 to 99.
  private static let pairs: StaticString = """
    0001020304050607080910111213141516171819\
    2021222324252627282930313233343536373839\
    4041424344454647484950515253545556575859\
    6061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899
    """

  private static func length(_ number: UInt64) -> Int {
    // ⌊log₁₀ 2ⁿ⌋ from the number of bits, at the most 1 too small.
    let guess = ((64 - (number | 1).leadingZeroBitCount) * 1_233) >> 12
    return guess + (number >= powers[guess] ? 1 : 0) + (number == 0 ? 1 : 0)
  }

  private static let powers: [UInt64] = (0..<20).reduce(into: []) { powers, place in
    powers.append(place == 0 ? 1 : powers[place - 1] * 10)
  }
}
