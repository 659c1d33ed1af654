internal import GraphModel
internal import Refusal
internal import Weights

extension GraphFileError {
  package var words: String {
    let place = path.isEmpty ? "the graph" : path
    return switch problem {
    case .notJSON(let problem): problem.words
    case .missing(let key): "\(place) lacks the key \(Words.quoted(key))"
    case .wrongValue: "\(place) should be another kind of value; the article Documents lists them"
    case .mistake(let problem): "\(place): \(problem.words)"
    }
  }
}

extension GraphFileError: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { "line \(line), column \(column): \(words)" }
}
