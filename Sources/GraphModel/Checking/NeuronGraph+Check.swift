extension NeuronGraph {
  /// Checks what every network holds by construction, of one that was read.
  ///
  /// - Throws: ``GraphMistake`` for the first thing that is wrong.
  public func check() throws(GraphMistake) {
    guard format == NeuronGraph.formatVersion else {
      throw GraphMistake(.version(format), at: .key("format"))
    }
    guard !nodes.isEmpty else { throw GraphMistake(.empty, at: .key("nodes")) }
    let columns = Set(nodes.map(\.column))
    for (place, node) in nodes.enumerated() { try check(node, at: place, columns) }
    for (place, edge) in edges.enumerated() { try check(edge, at: place) }
    for (place, id) in (moment?.active ?? []).enumerated() where !nodes.indices.contains(id) {
      throw GraphMistake(
        .node(id, below: nodes.count), at: .key("moment"), .key("active"), .place(place))
    }
  }

  private func check(
    _ node: NeuronNode, at place: Int, _ columns: Set<Int>
  ) throws(GraphMistake) {
    func mistake(_ problem: GraphMistake.Problem, _ key: String) -> GraphMistake {
      GraphMistake(problem, at: .key("nodes"), .place(place), .key(key))
    }
    guard node.id == place else { throw mistake(.id(expected: place), "id") }
    guard (0..<columns.count).contains(node.column) else {
      throw mistake(.column(node.column), "column")
    }
    for (key, share) in [("fires", node.fires), ("probability", node.probability)] {
      if let share, !share.isNaN, !(0...1).contains(share) {
        throw mistake(.range(share, 0...1), key)
      }
    }
  }

  private func check(_ edge: NeuronEdge, at place: Int) throws(GraphMistake) {
    for (key, id) in [("source", edge.source), ("target", edge.target)]
    where !nodes.indices.contains(id) {
      throw GraphMistake(
        .node(id, below: nodes.count), at: .key("edges"), .place(place), .key(key))
    }
    guard nodes[edge.source].column < nodes[edge.target].column else {
      throw GraphMistake(.direction, at: .key("edges"), .place(place), .key("target"))
    }
  }
}
