extension Graph {
  /// The values of one scope with their neighbours: what they are computed from, and what is
  /// computed from them; `nil` if there is no such scope.
  ///
  /// The gradients stay those of the whole graph's root.
  ///
  /// - Parameter path: the names of the scope, joined by `/`, such as `layer1/neuron3`.
  public func focused(on path: String) -> Graph? {
    let own = Set(nodes.filter { $0.scope.joined(separator: "/") == path }.map(\.id))
    if own.isEmpty { return nil }
    let readers = nodes.filter { !own.contains($0.id) && $0.operands.contains(where: own.contains) }
    let inside = own.union(readers.map(\.id))
    let kept = inside.union(nodes.filter { inside.contains($0.id) }.flatMap(\.operands))
    var ids: [Int: Int] = [:]
    for id in kept.sorted() { ids[id] = ids.count }
    let part = kept.sorted().map { id in
      var node = nodes[id]
      node.id = ids[id] ?? 0
      let isInside = inside.contains(id)
      node.operands = isInside ? node.operands.compactMap { ids[$0] } : []
      node.derivatives = isInside ? node.derivatives : []
      return node
    }
    let last = own.max() ?? 0
    var graph = Graph(
      name: name, root: ids[root] ?? ids[last] ?? 0, nodes: part,
      gradientsOf: gradientsOf ?? nodes[root].name)
    graph.neurons = neurons
    return graph
  }
}
