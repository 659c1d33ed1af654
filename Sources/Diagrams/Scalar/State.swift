internal import GraphModel

/// What a drawing says about a box or an edge besides its numbers.
enum State {
  /// The classes of a box: its role, and what is special about its numbers.
  static func classes(of node: Node, firstNonFinite: Int?) -> [String] {
    var classes = ["node", node.role.rawValue]
    if node.data == 0 { classes.append("zero") }
    if node.gradient == 0 { classes.append("nograd") }
    if !node.data.isFinite || !(node.gradient ?? 0).isFinite { classes.append("nonfinite") }
    if node.id == firstNonFinite { classes.append("origin") }
    if let progress = node.progress {
      if !progress.hasData { classes.append("pending") }
      if progress.isActive { classes.append("now") }
      return classes
    }
    if let change = node.dataChange {
      classes += ["change"] + [Shade.name(of: node.data)].compactMap(\.self)
      if change.isFlip { classes.append("flip") }
    }
    return classes
  }

  /// The classes of an edge: whether anything comes back along it, and what is known at a moment.
  static func classes(of link: Link, in graph: Graph) -> String {
    let (source, consumer) = (graph.nodes[link.source], graph.nodes[link.consumer])
    guard let progress = consumer.progress else {
      return isOff(consumer, slot: link.slot) ? "edge off" : "edge"
    }
    let isOff = progress.isPassed && isOff(consumer, slot: link.slot)
    let isActive = progress.isActive && graph.moment?.phase != .update
    return "edge\(isOff ? " off" : "")\(source.progress?.hasData == true ? "" : " pending")"
      + (isActive ? " now" : "")
  }

  /// Whether the gradient that comes back along an operand's edge is exactly 0.
  static func isOff(_ consumer: Node, slot: Int) -> Bool {
    guard let gradient = consumer.gradient else { return true }
    return gradient == 0 || consumer.derivatives[slot] == 0
  }
}
