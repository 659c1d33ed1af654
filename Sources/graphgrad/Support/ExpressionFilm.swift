import GraphGradKit

/// The moments of an expression: forward operation by operation, then backward along the chain rule.
enum ExpressionFilm {
  /// Whether a path names an expression, as its ending says.
  static func isExpression(_ path: String) -> Bool { path.hasSuffix(".grad") }

  static func frames(_ path: String) throws(Failure) -> [FilmFrame] {
    let source = try ExpressionSource(path: path)
    return try Tape.recording { () throws(Failure) in
      let graph = try source.record(root: nil, settings: [:]).graph
      let caption = Caption(title: source.title)
      return graph.moments(by: .operation).map { (.values($0, foldsSums: false), caption) }
    }
  }

  /// Why options of recordings do not help here.
  static func refusal(_ options: String) -> Failure {
    .wrongInput(
      "error: \(options) and the options of views go with recordings (.gradrec); of an expression "
        + "every operation is a frame")
  }
}
