/// A table of values parted by commas, semicolons or tabs (RFC 4180), each field with its place.
///
/// Quoted fields may hold separators, line breaks and doubled quotes; lines may end in `\n`, `\r` or
/// `\r\n`; empty lines and a byte-order mark are passed over. What separates the fields, and whether
/// the first line names the columns, is seen from the text.
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

  /// What the first line is.
  public enum Header: Sendable, Equatable {
    /// The names of the columns.
    case present
    /// The first row; the columns are called `column1`, `column2` and so on.
    case absent
    /// Numbers in order, which may be names or a row; taken for names.
    case unsure
  }

  /// The names of the columns, without blanks at their ends.
  public let header: [String]
  /// The rows, each with as many fields as the header.
  public let rows: [[Field]]
  /// What the first line is.
  public let headerKind: Header
  /// What stands between fields.
  public let separator: CSVSeparator
  private let records: [[Field]]

  /// Reads a table.
  ///
  /// - Parameter hasHeader: whether the first line names the columns; `nil` to see it from the text.
  /// - Throws: ``CSVError`` with the line of the first thing that is wrong.
  public init(_ text: String, hasHeader: Bool? = nil) throws(CSVError) {
    try self.init(Array(text.utf8), hasHeader: hasHeader)
  }

  /// Reads a table from what a file holds.
  ///
  /// - Parameter hasHeader: whether the first line names the columns; `nil` to see it from the text.
  /// - Throws: ``CSVError`` with the line of the first thing that is wrong.
  public init(_ bytes: [UInt8], hasHeader: Bool? = nil) throws(CSVError) {
    let text = try CSVBytes.text(bytes)
    let separator = try CSVSeparator.seen(in: text)
    let records = try CSVScanner.records(text, separator)
    guard let first = records.first else { throw .empty }
    for record in records where record.count != first.count {
      throw .fieldCount(
        line: record[0].line, found: record.count, expected: first.count, separator: separator)
    }
    try self.init(
      records, separator, hasHeader.map { $0 ? .present : .absent } ?? Self.seen(records, separator)
    )
    try checkSeparator()
  }

  private init(
    _ records: [[Field]], _ separator: CSVSeparator, _ headerKind: Header
  ) throws(CSVError) {
    self.records = records
    self.separator = separator
    self.headerKind = headerKind
    let standard = records[0].indices.map { "column\($0 + 1)" }
    guard headerKind != .absent else {
      (header, rows) = (standard, records)
      return
    }
    header = zip(records[0], standard).map { field, name in
      let text = field.text.trimmed
      return text.isEmpty ? name : text
    }
    rows = Array(records.dropFirst())
    var seen: Set<String> = []
    for (name, field) in zip(header, records[0]) where !seen.insert(name).inserted {
      throw .duplicateColumn(line: field.line, column: field.column, name: name)
    }
  }

  /// The table as these column names ask for: where the first line may be names or numbers, it is
  /// names if it has them all.
  func resolved(for columns: CSVColumns) throws(CSVError) -> CSVTable {
    if let hasHeader = columns.hasHeader {
      return try CSVTable(records, separator, hasHeader ? .present : .absent)
    }
    let first = Set(records[0].map(\.text.trimmed))
    if columns.names.allSatisfy(first.contains) {
      return try CSVTable(records, separator, .present)
    }
    guard headerKind == .unsure else { return self }
    let bare = try CSVTable(records, separator, .absent)
    return columns.names.allSatisfy(bare.header.contains) ? bare : self
  }

  /// A single column whose lines would be several fields in another notation.
  private func checkSeparator() throws(CSVError) {
    guard header.count == 1, let row = rows.first ?? records.first else { return }
    for character in ["|", " "] as [Character] {
      let parts = row[0].text.trimmed.split(separator: character)
      if parts.count > 1, parts.contains(where: { CSVNumber(String($0), separator).value != nil }) {
        throw .otherSeparator(line: row[0].line, character: character)
      }
    }
  }
}

extension CSVTable {
  /// Whether the first line names the columns: a line that has a number in every column of numbers
  /// is a row, unless these numbers just count.
  private static func seen(_ records: [[Field]], _ separator: CSVSeparator) -> Header {
    let first = records[0]
    let columns = first.indices.filter { column in
      let fields = records.dropFirst().lazy.map { $0[column].text }
      return fields.contains { !CSVNumber.isMissing($0) }
        && fields.allSatisfy { CSVNumber.isMissing($0) || CSVNumber($0, separator).value != nil }
    }
    let numbers = (records.count == 1 ? Array(first.indices) : columns)
      .map { first[$0].text }.filter { !CSVNumber.isMissing($0) }
      .map { CSVNumber($0, separator).value }
    guard !numbers.isEmpty, !numbers.contains(nil) else { return .present }
    let counts = numbers.compactMap { $0 }
    let isCounting =
      counts.count > 1 && zip(counts, counts.dropFirst()).allSatisfy { $1 == $0 + 1 }
      && (counts[0] == 0 || counts[0] == 1)
    return isCounting ? .unsure : .absent
  }
}
