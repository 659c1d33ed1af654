internal import GraphModel

/// What a drawing says about a box or an edge besides its numbers.
enum State {
  /// Adds the classes of a box: its role, and what is special about its numbers.
  static func add(
    _ node: UnsafePointer<Node>, firstNonFinite: Int?, root: Int, to texts: inout SlotTexts
  ) {
    texts.append(role(node.pointee.role))
    if node.pointee.role == .group, node.pointee.id == root { texts.append(" root") }
    if node.pointee.data == 0 { texts.append(" zero") }
    if node.pointee.gradient == 0 { texts.append(" nograd") }
    if node.pointee.group?.isNonFinite == true || !node.pointee.data.isFinite
      || !(node.pointee.gradient ?? 0).isFinite
    {
      texts.append(" nonfinite")
    }
    if node.pointee.id == firstNonFinite { texts.append(" origin") }
    if let progress = node.pointee.progress {
      if !progress.hasData { texts.append(" pending") }
      if progress.isActive { texts.append(" now") }
    } else if let change = node.pointee.dataChange {
      texts.append(" change")
      if let shade = Shade.name(of: node.pointee.data) { texts.append(Array(" \(shade)".utf8)) }
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
    case .group: "node group"
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
    consumer.flows?[slot].isOff
      ?? isOff(gradient: consumer.gradient, derivative: consumer.derivatives[slot])
  }

  static func isOff(_ consumer: UnsafePointer<Node>, slot: Int) -> Bool {
    if let flows = consumer.pointee.flows { return flows[slot].isOff }
    return isOff(
      gradient: consumer.pointee.gradient, derivative: consumer.pointee.derivatives[slot])
  }

  private static func isOff(gradient: Double?, derivative: Double) -> Bool {
    gradient.map { $0 == 0 || derivative == 0 } ?? true
  }

  /// The class of an edge by how many values go along it: four times as many, one step wider.
  static func width(of link: Link, into consumer: UnsafePointer<Node>) -> StaticString? {
    width(of: consumer.pointee.flows?[link.slot])
  }

  static func width(of link: Link, into consumer: Node) -> StaticString? {
    width(of: consumer.flows?[link.slot])
  }

  private static func width(of flow: Flow?) -> StaticString? {
    switch flow?.count ?? 1 {
    case ..<4: nil
    case ..<16: " w2"
    case ..<64: " w3"
    default: " w4"
    }
  }
}
