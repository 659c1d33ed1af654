import GraphGradKit

extension WeightsError {
  /// `:line:column` where it is known, in a JSON text.
  var place: String {
    switch self {
    case .notJSON(let line, let column, _), .unknownKey(let line, let column, _, _),
      .wrongKind(let line, let column, _, _):
      ":\(line):\(column)"
    case .empty, .safetensors, .layers, .otherFile, .archive, .badPickle, .tensor, .graph: ""
    }
  }

  var words: String {
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

extension Words {
  /// A name from a file in quotes, as ``escaped(_:)``.
  static func quoted(_ name: String) -> String { "\"\(escaped(name))\"" }

  /// A name from a file without control characters, cut off where it is very long.
  static func escaped(_ name: String) -> Substring {
    String(name.prefix(80)).debugDescription.dropFirst().dropLast()
  }

  /// A shape such as `[8, 2]`.
  static func shape(_ shape: [Int]) -> String {
    let sizes = shape.prefix(8).map(String.init) + (shape.count > 8 ? ["…"] : [])
    return "[\(sizes.joined(separator: ", "))]"
  }

  /// `1 byte`, `2 bytes`.
  static func count(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }
}
