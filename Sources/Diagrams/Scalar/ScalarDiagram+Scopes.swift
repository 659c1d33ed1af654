internal import GraphModel

extension ScalarDiagram {
  func id(of scope: ScopeTree) -> String { "\(prefix)_c\(scope.number)" }

  /// A scope's name, and the verdict of the neuron that it is.
  func label(of scope: ScopeTree) -> String {
    let name = Wording.spaced(scope.path.last ?? "")
    if let statement = statement(of: scope) {
      if let fate = statement.fate { return "\(name) · \(NeuronText.word(fate))" }
      return "\(name) · \(NeuronText.word(statement.verdict))"
    }
    return name.isEmpty ? "scope" : name
  }

  /// The sentence behind a scope.
  func title(of scope: ScopeTree) -> String {
    let name = Wording.scope(scope.path)
    return statement(of: scope).map { "\(name): \($0.reason)" } ?? name
  }

  private func statement(of scope: ScopeTree) -> Graph.Statement? {
    graph.neurons?[scope.path.joined(separator: "/")]
  }
}
