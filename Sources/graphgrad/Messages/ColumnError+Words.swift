import GraphGradKit
import Refusal

extension ColumnError {
  /// `:line:column`, as far as it is known.
  var place: String {
    switch self {
    case .inputCount(_, _, let others):
      others.first.map { ":\($0.field.line):\($0.field.column)" } ?? ":1:1"
    case .answerUnsure, .answerIsInput: ":1:1"
    case .table(let error): error.place
    }
  }

  var words: String {
    switch self {
    case .inputCount(let found, let expected, let others):
      "the network has \(Words.count(expected, "input")), but there "
        + (found.count == 1 ? "is 1 column" : "are \(found.count) columns")
        + " of numbers to take: \(found.isEmpty ? "none" : Words.list(found)); say --inputs with "
        + "the names of \(expected), and the answer with --label, --targets or --no-answer"
        + others.prefix(3).map {
          "; \(Words.quoted($0.name)) holds \(Words.quoted($0.field.text)), which is no number"
        }.joined()
    case .answerUnsure(let names):
      "say which column is the answer, of \(Words.list(names)): --label COLUMN for a class, "
        + "--targets COLUMN,… for numbers, --no-answer if none is"
    case .answerIsInput(let name):
      "the column \(Words.quoted(name)) is the answer and cannot be an input"
    case .table(let error): error.words
    }
  }
}
