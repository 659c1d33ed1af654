extension JSONScanner {
  /// A text in quotes, without them.
  mutating func text() throws(Failure) -> String {
    let start = index
    var text: [UInt8] = []
    _ = skip("\"")
    while let byte = peek, byte >= 0x20 {
      if skip("\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: try escape().utf8)
      } else {
        text.append(byte)
        index += 1
      }
    }
    throw Failure(offset: start, problem: .unclosedText)
  }

  private mutating func escape() throws(Failure) -> String {
    if bytes[index...].starts(with: "\\u".utf8) { return try unicodeEscape() }
    let escapes: [UInt8: String] = [
      0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r",
      0x74: "\t",
    ]
    guard let byte = bytes[index...].dropFirst().first, let escape = escapes[byte] else {
      throw failure(.badEscape)
    }
    index += 2
    return escape
  }

  /// Above U+FFFF two escapes stand for one character.
  private mutating func unicodeEscape() throws(Failure) -> String {
    let start = index
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]) { units.append(try codeUnit()) }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw Failure(offset: start, problem: .badEscape)
    }
    return text
  }

  private mutating func codeUnit() throws(Failure) -> UInt16 {
    let escape = bytes[index...].prefix(6)
    guard escape.starts(with: "\\u".utf8), escape.count == 6,
      escape.dropFirst(2).allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: escape.dropFirst(2), as: UTF8.self), radix: 16)
    else { throw failure(.badEscape) }
    index += 6
    return unit
  }
}
