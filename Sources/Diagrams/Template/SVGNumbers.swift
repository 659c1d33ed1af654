/// The coordinates in an attribute of libgvc's SVG: decimals without an exponent, between commas,
/// spaces and the letters of path commands.
enum SVGNumbers {
  static func read(_ bytes: SVGBytes) -> [Double] {
    var numbers: [Double] = []
    var rest = bytes
    while let start = rest.firstIndex(where: isPart) {
      let end = rest[start...].firstIndex { !isPart($0) } ?? rest.endIndex
      if let number = number(rest[start..<end]) { numbers.append(number) }
      rest = rest[end...]
    }
    return numbers
  }

  /// Correctly rounded: digits below 2^53 and a power of ten up to 10^22 are exact as `Double`, and
  /// their quotient is rounded once.
  private static func number(_ bytes: SVGBytes) -> Double? {
    var digits = 0
    var scale = 1.0
    var isBehindPoint = false
    for byte in bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes {
      if byte == UInt8(ascii: ".") {
        isBehindPoint = true
        continue
      }
      guard byte != UInt8(ascii: "-"), digits < 1 << 49 else {
        return Double(String(decoding: bytes, as: UTF8.self))
      }
      digits = 10 * digits + Int(byte - UInt8(ascii: "0"))
      if isBehindPoint { scale *= 10 }
    }
    let size = Double(digits) / scale
    return bytes.first == UInt8(ascii: "-") ? -size : size
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }
}
