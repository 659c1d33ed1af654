/// What can be wrong with a table of values; lines and columns count from 1, columns in bytes.
public enum CSVError: Error, Equatable, Sendable {
  /// The file holds no line with anything in it.
  case empty
  /// The file is of another kind.
  case otherFile(ForeignFile)
  /// A byte that no UTF-8 text has.
  case notUTF8(line: Int, column: Int, byte: UInt8)
  /// The lines can be cut in more than one way.
  case separatorUnsure([CSVSeparator])
  /// No separator is in the text, but these stand between its values.
  case otherSeparator(line: Int, character: Character)
  /// A quoted field that starts at this place is not closed.
  case unclosedQuote(line: Int, column: Int)
  /// Something other than a separator or a line end follows a closing quote.
  case textAfterQuote(line: Int, column: Int)
  /// A row has more or fewer fields than the first.
  case fieldCount(line: Int, found: Int, expected: Int, separator: CSVSeparator)
  /// Two columns have the same name.
  case duplicateColumn(line: Int, column: Int, name: String)
  /// A column is named twice among the inputs or the numbers to predict.
  case repeatedName(String)
  /// The first line may be names or numbers.
  case headerUnsure(first: [String])
  /// A wanted column is not in the header, or there is no header.
  case missingColumn(name: String, header: [String], hasHeader: Bool)
  /// A number is missing: the field is empty, or says so as `NA` does.
  case missingValue(line: Int, column: Int, name: String, text: String)
  /// A class is missing: the field is empty.
  case missingLabel(line: Int, column: Int, name: String)
  /// A class is none of those that were named.
  case unknownLabel(line: Int, column: Int, name: String, text: String, classes: [String])
  /// A column that should name classes holds so many different numbers, more than there are outputs.
  case notClasses(name: String, count: Int, outputs: Int)
  /// A field of a number column is not a finite number.
  case notANumber(line: Int, column: Int, name: String, text: String)
  /// A comma in a number may part thousands or be the decimal sign.
  case ambiguousNumber(line: Int, column: Int, name: String, text: String)
  /// A number has another decimal sign than one in an earlier line.
  case otherDecimalSign(line: Int, column: Int, name: String, text: String, earlierLine: Int)
  /// The header stands alone.
  case noRows
}

/// Files that are taken for tables now and then.
public enum ForeignFile: Sendable, Equatable {
  /// Text in UTF-16, as some programs save it.
  case utf16
  /// A zip archive, such as a workbook of Excel.
  case zip
  /// Apache Parquet.
  case parquet
  /// A gzip file that is damaged, or too large when unpacked.
  case badGzip
  /// Bytes with zeros between them: no text.
  case binary
}
