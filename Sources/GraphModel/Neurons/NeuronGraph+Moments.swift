extension NeuronGraph {
  /// The moments within one training step, neuron by neuron or column by column.
  ///
  /// - Parameters:
  ///   - grain: `layer` for a whole column at once, else one neuron.
  ///   - updated: the weights after the update, by the edge's place; `nil` for no last moment that
  ///     shows it.
  public func moments(by grain: Moment.Grain, updated: [Int: Double]? = nil) -> [NeuronGraph] {
    let schedule = schedule(grain, hasUpdate: updated != nil)
    return (0..<schedule.count).map { index in
      var network = self
      let moment = schedule.moment(at: index)
      let (computed, passed) = schedule.done(at: index)
      network.moment = moment
      for node in nodes {
        let isKnown = node.kind == .input || computed.contains(node.id)
        network.nodes[node.id].progress = Progress(
          hasData: isKnown, hasGradient: passed.contains(node.id),
          isPassed: passed.contains(node.id), isActive: moment.active.contains(node.id))
      }
      guard moment.phase == .update, let updated else { return network }
      for (edge, weight) in updated {
        network.edges[edge].change = Change(was: edges[edge].weight ?? 0, now: weight)
        network.edges[edge].weight = weight
      }
      return network
    }
  }

  /// Forward without the inputs; backward from the loss to the inputs.
  private func schedule(_ grain: Moment.Grain, hasUpdate: Bool) -> MomentSchedule {
    func groups(_ nodes: [NeuronNode]) -> [[Int]] {
      guard grain == .layer else { return nodes.map { [$0.id] } }
      let columns = Set(nodes.map(\.column)).sorted()
      return columns.map { column in nodes.filter { $0.column == column }.map(\.id) }
    }
    let loss = nodes.count - 1
    let all = groups(nodes.filter { $0.kind != .loss })
    return MomentSchedule(
      forward: groups(nodes.filter { $0.kind != .input }),
      backward: [[loss]] + all.reversed().map { $0.reversed() }, root: loss, hasUpdate: hasUpdate)
  }
}
