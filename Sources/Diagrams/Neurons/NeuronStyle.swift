internal import GraphModel

/// How strong a mark is drawn: colour by sign, width and opacity by size.
enum NeuronStyle {
  /// The class of a box: its kind, its verdict, and the shade of its output.
  static func classes(_ node: NeuronNode, isOverData: Bool) -> String {
    var classes = ["node", node.kind.rawValue]
    if let verdict = node.verdict { classes.append(verdict.rawValue) }
    if !isActing(node) { classes.append("off") }
    if !node.output.value.isFinite { classes.append("nonfinite") }
    if let shade = shade(node) { classes.append(shade) }
    if let progress = node.progress {
      classes += [progress.hasData ? nil : "pending", progress.isActive ? "now" : nil]
        .compactMap(\.self)
    }
    if let changes = node.changes {
      classes += ["change", changes.fate?.rawValue, changes.output.isFlip ? "flip" : nil]
        .compactMap(\.self)
    }
    if (node.preactivationGradient ?? node.gradient)?.value == 0 { classes.append("nograd") }
    return classes.joined(separator: " ")
  }

  /// Whether a box stands out: it adds something that is not 0.
  static func isActing(_ node: NeuronNode) -> Bool {
    if node.changes != nil { return node.output.value != 0 }
    return node.verdict?.acts ?? true
  }

  /// `p1` to `p4` for positive outputs, `n1` to `n4` for negative ones; of changes likewise.
  static func shade(_ node: NeuronNode) -> String? {
    if node.progress?.hasData == false { return nil }
    if node.changes != nil { return Shade.name(of: node.output.value) }
    guard node.kind == .neuron || node.kind == .output, isActing(node) else { return nil }
    return Shade.name(of: node.output.value)
  }

  /// The class of an edge, with what is known at a moment within a step.
  static func edgeClasses(_ edge: NeuronEdge, in network: NeuronGraph) -> String {
    let kind = edgeClass(edge, in: network)
    guard let moment = network.moment else { return kind }
    let source = network.nodes[edge.source].progress
    let end = moment.phase == .backward ? edge.source : edge.target
    let isActive = moment.phase == .forward || moment.phase == .backward
    return kind + (source?.hasData == true ? "" : " pending")
      + (isActive && moment.active.contains(end) ? " now" : "")
  }

  static func edgeClass(_ edge: NeuronEdge, in network: NeuronGraph) -> String {
    if edge.isZero { return "edge none" }
    if !edge.contribution.isFinite { return "edge broken" }
    if edge.weight == nil, network.nodes[edge.target].kind == .loss { return "edge toloss" }
    return edge.contribution < 0 ? "edge minus" : "edge plus"
  }

  /// The width of a curve in points: from 0.7 to 5, and less where there are hundreds.
  static func width(_ edge: NeuronEdge, in network: NeuronGraph) -> Double {
    if edge.isZero || !edge.contribution.isFinite || network.nodes[edge.target].kind == .loss {
      return 0.9 * lightness(network)
    }
    return (0.7 + 4.3 * Shade.strength(edge.contribution)) * lightness(network)
  }

  static func opacity(_ edge: NeuronEdge, in network: NeuronGraph) -> Double {
    if edge.isZero { return 1 }
    let size = Shade.strength(edge.contribution)
    return 0.5 * lightness(network) * (1 - size) + 0.95 * size
  }

  /// From 1 down: the more curves there are, the less ink each gets.
  private static func lightness(_ network: NeuronGraph) -> Double {
    min(1, (300 / Double(max(network.edges.count, 1))).squareRoot())
  }
}
