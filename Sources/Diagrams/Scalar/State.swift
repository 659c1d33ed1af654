internal import GraphModel

/// What a drawing says about a box or an edge besides its numbers.
enum State {
  /// Adds the classes of a box: its role, and what is special about its numbers.
  static func add(_ node: Node, firstNonFinite: Int?, to texts: inout SlotTexts) {
    texts.append(role(node.role))
    if node.data == 0 { texts.append(" zero") }
    if node.gradient == 0 { texts.append(" nograd") }
    if !node.data.isFinite || !(node.gradient ?? 0).isFinite { texts.append(" nonfinite") }
    if node.id == firstNonFinite { texts.append(" origin") }
    if let progress = node.progress {
      if !progress.hasData { texts.append(" pending") }
      if progress.isActive { texts.append(" now") }
    } else if let change = node.dataChange {
      texts.append(" change")
      if let shade = Shade.name(of: node.data) { texts.append(Array(" \(shade)".utf8)) }
      if change.isFlip { texts.append(" flip") }
    }
    texts.end()
  }

  private static func role(_ role: Node.Role) -> StaticString {
    switch role {
    case .constant: "node constant"
    case .input: "node input"
    case .parameter: "node parameter"
    case .intermediate: "node intermediate"
    case .root: "node root"
    }
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
