internal import Refusal

extension Graph {
  /// The same graph with changes in place of numbers: of each value and each gradient.
  ///
  /// - Parameters:
  ///   - earlier: the graph before.
  ///   - words: when that was, such as `step 36`.
  /// - Precondition: as many values in both.
  public func changes(from earlier: Graph, named words: String) -> Graph {
    require(nodes.count == earlier.nodes.count, "these are two different graphs")
    var graph = self
    graph.comparedTo = words
    for (id, before) in earlier.nodes.enumerated() {
      let data = Change(was: before.data, now: nodes[id].data)
      graph.nodes[id].data = data.difference
      graph.nodes[id].dataChange = data
      guard let was = before.gradient, let now = nodes[id].gradient else { continue }
      let gradient = Change(was: was, now: now)
      graph.nodes[id].gradient = gradient.difference
      graph.nodes[id].gradientChange = gradient
    }
    graph.neurons = neurons.map { statements in
      Dictionary(
        uniqueKeysWithValues: statements.map { name, statement in
          var statement = statement
          statement.fate = Fate(was: earlier.neurons?[name]?.verdict, now: statement.verdict)
          return (name, statement)
        })
    }
    return graph
  }
}
