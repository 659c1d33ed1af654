internal import Refusal

extension CSVError {
  /// `:line:column`, as far as it is known.
  package var place: String {
    switch self {
    case .unclosedQuote(let line, let column), .textAfterQuote(let line, let column),
      .notUTF8(let line, let column, _), .duplicateColumn(let line, let column, _),
      .missingValue(let line, let column, _, _), .missingLabel(let line, let column, _),
      .unknownLabel(let line, let column, _, _, _), .notANumber(let line, let column, _, _),
      .ambiguousNumber(let line, let column, _, _),
      .otherDecimalSign(let line, let column, _, _, _):
      ":\(line):\(column)"
    case .fieldCount(let line, _, _, _), .otherSeparator(let line, _): ":\(line):1"
    case .empty, .missingColumn, .noRows, .separatorUnsure, .headerUnsure, .notClasses,
      .repeatedName:
      ":1:1"
    case .otherFile: ""
    }
  }

  package var words: String {
    switch self {
    case .empty: "the file is empty; the first line should name the columns"
    case .otherFile(let file): file.words
    case .notUTF8(_, _, let byte):
      "this is not UTF-8 text: the byte \(byte) stands here; save the table as UTF-8"
    case .separatorUnsure(let separators):
      "the lines can be cut by \(Words.list(separators.map(\.rawValue), last: "and by")) alike; "
        + "put fields that hold one of them in quotes"
    case .otherSeparator(_, let character):
      "fields are parted by commas, semicolons or tabs, but here by "
        + (character == " " ? "blanks" : "\"\(character)\"")
    case .unclosedQuote: "this quoted field is never closed; a \" is missing"
    case .textAfterQuote:
      "after the closing \" of a field should come a separator or the line's end"
    case .fieldCount(_, let found, let expected, let separator):
      "parted by \(separator.rawValue)s, this row has \(Words.count(found, "field")) and the first "
        + "line \(expected)"
    case .noRows: "there are no rows below the header"
    case .duplicateColumn, .repeatedName, .headerUnsure, .missingColumn: columnWords
    default: fieldWords
    }
  }

  /// Of what is wrong with the header.
  private var columnWords: String {
    switch self {
    case .duplicateColumn(_, _, let name):
      "the column \(Words.quoted(name)) is there twice; each column needs a name of its own"
    case .repeatedName(let name):
      "the column \(Words.quoted(name)) is asked for twice"
    case .headerUnsure(let first):
      "the first line, \(Words.list(first)), may name the columns or be a row; say --header yes "
        + "or --header no"
    case .missingColumn(let name, let header, true):
      "there is no column \(Words.quoted(name)); there are \(Words.list(header))"
    case .missingColumn(let name, let header, false):
      "there is no column \(Words.quoted(name)): the first line holds numbers, so it was read as a "
        + "row and the columns are called \(Words.list(header))"
    default: ""
    }
  }

  /// Of what is wrong with a field.
  private var fieldWords: String {
    switch self {
    case .missingValue(_, _, let name, let text):
      "the number of column \(Words.quoted(name)) is missing: the field "
        + (text.isEmpty ? "is empty" : "is \(Words.quoted(text))")
    case .missingLabel(_, _, let name):
      "the class is missing: the field of column \(Words.quoted(name)) is empty"
    case .unknownLabel(_, _, let name, let text, let classes):
      "\(Words.quoted(text)) in column \(Words.quoted(name)) is none of the classes "
        + Words.list(classes)
    case .notClasses(let name, let count, let outputs):
      "the column \(Words.quoted(name)) holds \(count) different numbers, but the network has "
        + "\(Words.count(outputs, "output")); if they are numbers to predict, say --targets "
        + "\(name) (targets: in an experiment)"
    case .notANumber(_, _, let name, let text):
      "\(Words.quoted(text)) in column \(Words.quoted(name)) is not a finite number such as 0.5 or "
        + "-1e3"
    case .ambiguousNumber(_, _, let name, let text):
      "the comma in \(Words.quoted(text)) in column \(Words.quoted(name)) may part thousands or be "
        + "the decimal sign; write 1234.5, or 0,5 with semicolons or tabs between the fields"
    case .otherDecimalSign(_, _, let name, let text, let earlier):
      "\(Words.quoted(text)) in column \(Words.quoted(name)) has another decimal sign than a number "
        + "in line \(earlier); use points or commas in all of them"
    default: ""
    }
  }
}

extension ForeignFile {
  fileprivate var words: String {
    switch self {
    case .utf16: "this is UTF-16 text; save the table as UTF-8"
    case .zip:
      "this is a zip archive, such as a workbook of Excel; save the sheet as CSV, or in Python: "
        + "pandas.read_excel(file).to_csv(\"data.csv\", index=False)"
    case .parquet:
      "this is a Parquet file; in Python: "
        + "pandas.read_parquet(file).to_csv(\"data.csv\", index=False)"
    case .badGzip: "this gzip file is damaged, cut off or too large"
    case .binary: "this is no text: it holds zero bytes"
    }
  }
}

extension Words {
  /// `a, b and by c`.
  static func list(_ names: [String], last word: String) -> String {
    guard names.count > 1, let last = names.last else { return names.joined() }
    return "\(names.dropLast().joined(separator: ", ")) \(word) \(last)"
  }
}

extension CSVError: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { "\(Words.place(place))\(words)" }
}
