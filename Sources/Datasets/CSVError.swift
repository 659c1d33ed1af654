/// What can be wrong with a table of comma-separated values; lines and columns count from 1.
public enum CSVError: Error, Equatable, Sendable {
  /// The file has no header line.
  case empty
  /// A quoted field that starts at this place is not closed.
  case unclosedQuote(line: Int, column: Int)
  /// Something other than a comma or a line end follows a closing quote.
  case textAfterQuote(line: Int, column: Int)
  /// A row has more or fewer fields than the header.
  case fieldCount(line: Int, found: Int, expected: Int)
  /// A wanted column is not in the header.
  case missingColumn(name: String, header: [String])
  /// A field of a number column is not a finite number.
  case notANumber(line: Int, column: Int, name: String, text: String)
  /// The header stands alone.
  case noRows
}
