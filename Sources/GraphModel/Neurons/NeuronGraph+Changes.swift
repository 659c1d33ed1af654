internal import Refusal

extension NeuronGraph {
  /// The same network with changes in place of numbers.
  ///
  /// - Parameters:
  ///   - earlier: the network before.
  ///   - words: when that was, such as `step 36`.
  /// - Precondition: the same nodes and edges in both, for one example.
  public func changes(from earlier: NeuronGraph, named words: String) -> NeuronGraph {
    require(
      nodes.count == earlier.nodes.count && edges.count == earlier.edges.count,
      "these are two different networks")
    var network = self
    network.comparedTo = words
    for (id, before) in earlier.nodes.enumerated() {
      network.nodes[id] = nodes[id].changes(from: before)
    }
    for (index, before) in earlier.edges.enumerated() {
      let change = Change(was: before.contribution, now: edges[index].contribution)
      network.edges[index].contribution = change.difference
      network.edges[index].isZero = change.difference == 0
      network.edges[index].change = change
    }
    return network
  }
}

extension NeuronNode {
  fileprivate func changes(from before: NeuronNode) -> NeuronNode {
    func change(_ was: Numbers?, _ now: Numbers?) -> Change? {
      guard let was, let now else { return nil }
      return Change(was: was.value, now: now.value)
    }
    var node = self
    let changes = Changes(
      preactivation: change(before.preactivation, preactivation),
      output: Change(was: before.output.value, now: output.value),
      gradient: change(before.gradient, gradient),
      preactivationGradient: change(before.preactivationGradient, preactivationGradient),
      fate: Fate(was: before.verdict, now: verdict))
    node.changes = changes
    node.preactivation = changes.preactivation.map { .init($0.difference) }
    node.output = .init(changes.output.difference)
    node.gradient = changes.gradient.map { .init($0.difference) }
    node.preactivationGradient = changes.preactivationGradient.map { .init($0.difference) }
    node.probability = probability.flatMap { now in
      before.probability.map { Change(was: $0, now: now).difference }
    }
    return node
  }
}
