/// A table of comma-separated values with a header (RFC 4180), each row with the line it starts on.
///
/// Quoted fields may hold commas, line breaks and doubled quotes; lines may end in `\n` or `\r\n`;
/// empty lines and a byte-order mark are passed over.
public struct CSVTable: Sendable {
  /// A field, with the place of its first character; line and column count from 1.
  public struct Field: Sendable, Equatable {
    /// The text, without its quotes.
    public let text: String
    /// The line it starts on.
    public let line: Int
    /// The column it starts in, in bytes.
    public let column: Int
  }

  /// The names of the columns.
  public let header: [String]
  /// The rows below the header, each with as many fields as the header.
  public let rows: [[Field]]

  /// Reads a table.
  ///
  /// - Throws: ``CSVError`` with the line of the first thing that is wrong.
  public init(_ text: String) throws(CSVError) {
    var scanner = CSVScanner(text)
    guard let first = try scanner.nextRow() else { throw .empty }
    var rows: [[Field]] = []
    while let row = try scanner.nextRow() {
      guard row.count == first.count else {
        throw .fieldCount(line: row[0].line, found: row.count, expected: first.count)
      }
      rows.append(row)
    }
    header = first.map(\.text)
    self.rows = rows
  }
}

struct CSVScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ text: String) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let all = Array(text.utf8)
    bytes = all.starts(with: mark) ? Array(all.dropFirst(3)) : all
  }

  mutating func nextRow() throws(CSVError) -> [CSVTable.Field]? {
    while atLineEnd, index < bytes.count { skipLineEnd() }
    guard index < bytes.count else { return nil }
    var fields = [try nextField()]
    while index < bytes.count, bytes[index] == Self.comma {
      index += 1
      fields.append(try nextField())
    }
    skipLineEnd()
    return fields
  }

  private mutating func nextField() throws(CSVError) -> CSVTable.Field {
    let (startLine, column) = (line, index - lineStart + 1)
    var text: [UInt8] = []
    if index < bytes.count, bytes[index] == Self.quote {
      text = try quotedText(line: startLine, column: column)
    } else {
      while !atLineEnd, bytes[index] != Self.comma {
        text.append(bytes[index])
        index += 1
      }
    }
    return CSVTable.Field(
      text: String(decoding: text, as: UTF8.self), line: startLine, column: column)
  }

  private mutating func quotedText(line: Int, column: Int) throws(CSVError) -> [UInt8] {
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == Self.newline { countLine() }
      if byte != Self.quote {
        text.append(byte)
      } else if index < bytes.count, bytes[index] == Self.quote {
        text.append(byte)
        index += 1
      } else if atLineEnd || bytes[index] == Self.comma {
        return text
      } else {
        throw .textAfterQuote(line: self.line, column: index - lineStart + 1)
      }
    }
    throw .unclosedQuote(line: line, column: column)
  }

  private var atLineEnd: Bool {
    guard index < bytes.count else { return true }
    if bytes[index] == Self.newline { return true }
    return bytes[index] == Self.carriageReturn
      && (index + 1 == bytes.count || bytes[index + 1] == Self.newline)
  }

  private mutating func skipLineEnd() {
    if index < bytes.count, bytes[index] == Self.carriageReturn { index += 1 }
    guard index < bytes.count, bytes[index] == Self.newline else { return }
    index += 1
    countLine()
  }

  private mutating func countLine() {
    line += 1
    lineStart = index
  }
}
