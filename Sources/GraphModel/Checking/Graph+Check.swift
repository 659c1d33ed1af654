extension Graph {
  /// The deepest nesting of scopes.
  public static let scopeLimit = 64

  /// Checks what every graph holds by construction, of one that was read.
  ///
  /// - Parameter arity: how many operands an operation takes, by its name; `nil` for one that is not
  ///   known here, which may take any number.
  /// - Throws: ``GraphMistake`` for the first thing that is wrong.
  public func check(arity: (String) -> Int?) throws(GraphMistake) {
    guard format == Graph.formatVersion else {
      throw GraphMistake(.version(format), at: .key("format"))
    }
    guard !nodes.isEmpty else { throw GraphMistake(.empty, at: .key("nodes")) }
    for (place, node) in nodes.enumerated() { try check(node, at: place, arity(node.operation)) }
    guard nodes.indices.contains(root) else {
      throw GraphMistake(.node(root, below: nodes.count), at: .key("root"))
    }
    for (place, id) in (moment?.active ?? []).enumerated() where !nodes.indices.contains(id) {
      throw GraphMistake(
        .node(id, below: nodes.count), at: .key("moment"), .key("active"), .place(place))
    }
  }

  private func check(_ node: Node, at place: Int, _ arity: Int?) throws(GraphMistake) {
    func mistake(_ problem: GraphMistake.Problem, _ key: String) -> GraphMistake {
      GraphMistake(problem, at: .key("nodes"), .place(place), .key(key))
    }
    guard node.id == place else { throw mistake(.id(expected: place), "id") }
    for (slot, operand) in node.operands.enumerated() where !(0..<place).contains(operand) {
      throw GraphMistake(
        .node(operand, below: place), at: .key("nodes"), .place(place), .key("operands"),
        .place(slot))
    }
    if let arity, node.operands.count != arity, !node.operands.isEmpty {
      throw mistake(.arity(operation: node.operation, arity), "operands")
    }
    guard node.derivatives.count == node.operands.count else {
      throw mistake(
        .count(node.derivatives.count, expected: node.operands.count), "derivatives")
    }
    guard node.role != .group, node.group == nil, node.flows == nil else {
      throw mistake(.group, "role")
    }
    guard node.scope.count <= Self.scopeLimit else {
      throw mistake(.depth(limit: Self.scopeLimit), "scope")
    }
  }
}
