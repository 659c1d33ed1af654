extension Graph {
  /// The moments within one training step, as graphs that say what is known of each value.
  ///
  /// Forward in the order in which the values were computed; backward the other way round, which is
  /// an order of the chain rule: no operation is gone back over before all that use its value.
  ///
  /// - Parameters:
  ///   - grain: every operation by itself, those of a neuron together, or those of a layer.
  ///   - updated: the parameters after the update, by id; `nil` for no last moment that shows it.
  public func moments(by grain: Moment.Grain, updated: [Int: Double]? = nil) -> [Graph] {
    let schedule = schedule(grain, hasUpdate: updated != nil)
    let users = users
    return (0..<schedule.count).map { index in
      var graph = self
      let moment = schedule.moment(at: index)
      let (computed, passed) = schedule.done(at: index)
      let isUpdate = moment.phase == .update
      graph.moment = moment
      for id in nodes.indices {
        let isLeaf = nodes[id].operands.isEmpty
        let isReached = moment.phase != .forward && moment.phase != .loss
        let isMoved = isUpdate && updated?[id] != nil
        graph.nodes[id].progress = Progress(
          hasData: isLeaf || computed.contains(id),
          hasGradient: isReached && users[id].allSatisfy(passed.contains),
          isPassed: passed.contains(id), isActive: isMoved || moment.active.contains(id))
        if isMoved, let value = updated?[id] {
          graph.nodes[id].dataChange = Change(was: nodes[id].data, now: value)
          graph.nodes[id].data = value
        }
      }
      return graph
    }
  }

  private func schedule(_ grain: Moment.Grain, hasUpdate: Bool) -> MomentSchedule {
    var groups: [(key: [String], ids: [Int])] = []
    for node in nodes where !node.operands.isEmpty {
      let key = grain == .layer ? Array(node.scope.prefix(1)) : node.scope
      if grain != .operation, groups.last?.key == key {
        groups[groups.count - 1].ids.append(node.id)
      } else {
        groups.append((key, [node.id]))
      }
    }
    let reaching = reachingRoot
    let backward = groups.reversed().map { $0.ids.reversed().filter { reaching[$0] } }
    return MomentSchedule(
      forward: groups.map(\.ids), backward: backward.filter { !$0.isEmpty }, root: root,
      hasUpdate: hasUpdate)
  }

  private var reachingRoot: [Bool] {
    var reaching = [Bool](repeating: false, count: nodes.count)
    reaching[root] = true
    for node in nodes.reversed() where reaching[node.id] {
      for operand in node.operands { reaching[operand] = true }
    }
    return reaching
  }

  /// Of each value the operations that use it on the way to the root.
  private var users: [[Int]] {
    let reaching = reachingRoot
    var users = [[Int]](repeating: [], count: nodes.count)
    for node in nodes where reaching[node.id] {
      for operand in node.operands { users[operand].append(node.id) }
    }
    return users
  }
}
