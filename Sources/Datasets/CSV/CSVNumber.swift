/// A field read as a decimal number: digits with at most one point, or a decimal comma where commas
/// do not part the fields, and an exponent.
///
/// Stricter than `Double(_:)`, which takes `0x10` and `nan`.
struct CSVNumber {
  enum DecimalSign { case point, comma }

  /// `nil` if the field is no number that can be told for sure.
  let value: Double?
  /// The decimal sign, if it has one.
  let sign: DecimalSign?
  /// Whether a comma makes its meaning unsure.
  let isAmbiguous: Bool

  init(_ text: String, _ separator: CSVSeparator) {
    let bytes = Array(text.utf8)[...].trimmed
    let commas = bytes.count { $0 == UInt8(ascii: ",") }
    let isDecimalComma = commas == 1 && separator != .comma
    let plain = bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    guard commas == 0 || isDecimalComma, let sign = Self.scan(plain[...]) else {
      value = nil
      self.sign = nil
      isAmbiguous = commas > 0 && Self.scan(bytes.filter { $0 != UInt8(ascii: ",") }[...]) != nil
      return
    }
    let number = Double(String(decoding: plain, as: UTF8.self))
    value = number.flatMap { $0.isFinite ? $0 : nil }
    self.sign = sign ? (isDecimalComma ? .comma : .point) : nil
    isAmbiguous = false
  }

  /// Whether a field says that there is no value.
  static func isMissing(_ text: String) -> Bool {
    let word = String(decoding: Array(text.utf8)[...].trimmed, as: UTF8.self).lowercased()
    return ["", "na", "n/a", "#n/a", "nan", "null", "none", "?", "-"].contains(word)
  }

  /// Whether the digits hold a point; `nil` if this is no number.
  private static func scan(_ bytes: ArraySlice<UInt8>) -> Bool? {
    var rest = bytes
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    func digits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    func skip(_ characters: String) -> Bool {
      guard let first = rest.first, characters.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("+-")
    let before = digits()
    let hasPoint = skip(".")
    let after = hasPoint ? digits() : 0
    guard before + after > 0 else { return nil }
    if skip("eE") {
      _ = skip("+-")
      guard digits() > 0 else { return nil }
    }
    return rest.isEmpty ? hasPoint : nil
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks at its ends.
  var trimmed: ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var slice = drop(while: isBlank)
    while let last = slice.last, isBlank(last) { slice = slice.dropLast() }
    return slice
  }
}
