internal import Refusal

extension WeightsError {
  /// `:line:column` where it is known, in a JSON text.
  package var place: String {
    switch self {
    case .notJSON(let line, let column, _), .unknownKey(let line, let column, _, _),
      .wrongKind(let line, let column, _, _):
      ":\(line):\(column)"
    case .empty, .safetensors, .layers, .otherFile, .archive, .badPickle, .tensor, .graph: ""
    }
  }

  package var words: String {
    switch self {
    case .empty: "the file is empty"
    case .otherFile(let file): file.words
    case .safetensors(let problem): problem.words
    case .archive(let error): error.words
    case .badPickle(let offset):
      "the pickle of this PyTorch file is damaged, or holds something else than tensors and "
        + "dictionaries, at byte \(offset)"
    case .tensor(let name, let problem): "tensor \(Words.quoted(name)) \(problem.words)"
    case .graph(let problem): problem.words
    case .notJSON(_, _, let problem): "this is not JSON: \(problem.words)"
    case .unknownKey(_, _, let key, let known):
      "unknown key \(Words.quoted(key)); known here: \(Words.list(known))"
    case .wrongKind(_, _, let name, let expected):
      "\(Words.escaped(name)) should be \(expected.words)"
    case .layers(let problem): problem.words
    }
  }
}

extension JSONKind {
  fileprivate var words: String {
    switch self {
    case .object: "keys with values in { }"
    case .list: "a list in [ ]"
    case .text: "a text in quotes"
    case .number: "a number"
    }
  }
}

extension WeightsError: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { "\(Words.place(place))\(words)" }
}
