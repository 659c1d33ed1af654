import GraphGradKit

extension CSVError {
  /// `:line:column`, as far as it is known.
  var place: String {
    switch self {
    case .empty: ":1:1"
    case .unclosedQuote(let line, let column), .textAfterQuote(let line, let column),
      .notANumber(let line, let column, _, _):
      ":\(line):\(column)"
    case .fieldCount(let line, _, _): ":\(line):1"
    case .missingColumn, .noRows: ":1:1"
    }
  }

  var words: String {
    switch self {
    case .empty: "the file is empty; the first line should name the columns"
    case .unclosedQuote: "this quoted field is never closed; a \" is missing"
    case .textAfterQuote: "after the closing \" of a field should come a comma or the line's end"
    case .fieldCount(_, let found, let expected):
      "this row has \(found) field\(found == 1 ? "" : "s"), the header has \(expected)"
    case .missingColumn(let name, let header):
      "there is no column \"\(name)\"; there are \(Words.list(header))"
    case .notANumber(_, _, let name, let text):
      "\"\(text.prefix(60))\" in column \(name) is not a number"
    case .noRows: "there are no rows below the header"
    }
  }
}
