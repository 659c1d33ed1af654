internal import GraphModel

extension ScalarDiagram {
  func id(of scope: ScopeTree) -> String { "\(prefix)_c\(scope.number)" }

  /// A scope's name, and the verdict of the neuron that it is.
  func label(of scope: ScopeTree) -> String {
    let name = scope.name
    if let statement = statement(of: scope) {
      if let fate = statement.fate { return "\(name) · \(NeuronText.word(fate))" }
      return "\(name) · \(NeuronText.word(statement.verdict))"
    }
    return name
  }

  /// The sentence behind a scope.
  func title(of scope: ScopeTree) -> String {
    statement(of: scope).map { "\(scope.words): \($0.reason)" } ?? scope.words
  }

  private func statement(of scope: ScopeTree) -> Graph.Statement? {
    graph.neurons?[scope.key]
  }
}
