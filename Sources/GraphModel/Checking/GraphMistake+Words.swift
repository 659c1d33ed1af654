extension GraphMistake.Problem {
  package var words: String {
    switch self {
    case .version(let version):
      "this is version \(version) of the form, and \(Graph.formatVersion) is read here"
    case .empty: "there are no nodes"
    case .id(let expected): "a node's id is its place in the list, here \(expected)"
    case .node(let id, let limit):
      limit == 0
        ? "there is no node \(id) before this one"
        : "there is no node \(id) here; it should be 0 to \(limit - 1)"
    case .count(let count, let expected):
      "there are \(count) of them, and \(expected) operands"
    case .arity(let operation, let count): "\(operation) takes \(count)"
    case .group: "a folded scope is drawn, not read; the values in it should stand here"
    case .depth(let limit): "scopes are nested at most \(limit) deep"
    case .range(let number, let range):
      "\(NumberFormat.exact(number)) is not from \(Int(range.lowerBound)) to "
        + "\(Int(range.upperBound))"
    case .column(let column):
      "columns are counted from 0 without a gap, so \(column) cannot be one of them"
    case .direction: "an edge goes from a column to a later one"
    }
  }
}

extension GraphMistake.Problem: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { words }
}

extension GraphMistake: CustomStringConvertible {
  /// What is wrong, and where.
  public var description: String {
    let place = path.map { step in
      switch step {
      case .key(let key): ".\(key)"
      case .place(let place): "[\(place)]"
      }
    }.joined()
    return "\(place.isEmpty ? "the graph" : String(place.drop { $0 == "." })): \(problem.words)"
  }
}
