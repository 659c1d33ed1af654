/// Cuts the text of a table into records and fields.
struct CSVScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1
  private var lineStart = 0

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private init(_ bytes: [UInt8], _ separator: CSVSeparator) {
    self.bytes = bytes
    self.separator = separator.byte
  }

  /// All records, whether they are of the same length or not.
  static func records(
    _ bytes: [UInt8], _ separator: CSVSeparator
  ) throws(CSVError) -> [[CSVTable.Field]] {
    var scanner = CSVScanner(bytes, separator)
    var records: [[CSVTable.Field]] = []
    while let record = try scanner.nextRecord() { records.append(record) }
    return records
  }

  private mutating func nextRecord() throws(CSVError) -> [CSVTable.Field]? {
    while index < bytes.count, atLineEnd { skipLineEnd() }
    guard index < bytes.count else { return nil }
    var fields = [try nextField()]
    while index < bytes.count, bytes[index] == separator {
      index += 1
      fields.append(try nextField())
    }
    skipLineEnd()
    return fields
  }

  private mutating func nextField() throws(CSVError) -> CSVTable.Field {
    let (startLine, column) = (line, index - lineStart + 1)
    if index < bytes.count, bytes[index] == Self.quote {
      let text = try quotedText(line: startLine, column: column)
      return CSVTable.Field(
        text: String(decoding: text, as: UTF8.self), line: startLine, column: column)
    }
    let start = index
    while !atLineEnd, bytes[index] != separator { index += 1 }
    return CSVTable.Field(
      text: String(decoding: bytes[start..<index], as: UTF8.self), line: startLine, column: column)
  }

  private mutating func quotedText(line: Int, column: Int) throws(CSVError) -> [UInt8] {
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote {
        index += 1
        guard index < bytes.count, bytes[index] == Self.quote else {
          if atLineEnd || bytes[index] == separator { return text }
          throw .textAfterQuote(line: self.line, column: index - lineStart + 1)
        }
      }
      text.append(byte)
      if atLineEnd { text += lineBreak() } else { index += 1 }
    }
    throw .unclosedQuote(line: line, column: column)
  }

  /// Passes over a line break inside quotes; what follows its first byte.
  private mutating func lineBreak() -> ArraySlice<UInt8> {
    let start = index + 1
    skipLineEnd()
    return bytes[start..<index]
  }

  private var atLineEnd: Bool {
    index >= bytes.count || bytes[index] == Self.newline || bytes[index] == Self.carriageReturn
  }

  /// `\n`, `\r` and `\r\n` end a line.
  private mutating func skipLineEnd() {
    guard index < bytes.count else { return }
    let isReturn = bytes[index] == Self.carriageReturn
    index += 1
    if isReturn, index < bytes.count, bytes[index] == Self.newline { index += 1 }
    line += 1
    lineStart = index
  }
}
