extension JSONScanner {
  /// The text of a number; its first byte is `-` or a digit.
  mutating func number() throws(Failure) -> String {
    let start = index
    _ = skip("-")
    if !skip("0") { try digits() }
    if skip(".") { try digits() }
    if skip("e") || skip("E") {
      _ = skip("+") || skip("-")
      try digits()
    }
    guard !isDigit else { throw failure(.badNumber) }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private var isDigit: Bool {
    guard let peek else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek)
  }

  private mutating func digits() throws(Failure) {
    guard isDigit else { throw failure(.badNumber) }
    while isDigit { index += 1 }
  }
}
