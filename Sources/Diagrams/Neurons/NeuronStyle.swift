internal import GraphModel

/// How strong a mark is drawn: colour by sign, width and opacity by size.
enum NeuronStyle {
  /// The shades of a box by the size of what it gives on.
  static let shades = 4

  /// The class of a box: its kind, its verdict, and the shade of its output.
  static func classes(_ node: NeuronNode, isOverData: Bool) -> String {
    var classes = ["node", node.kind.rawValue]
    if let verdict = node.verdict { classes.append(verdict.rawValue) }
    if !isActing(node) { classes.append("off") }
    if !node.output.value.isFinite { classes.append("nonfinite") }
    if let shade = shade(node) { classes.append(shade) }
    if (node.preactivationGradient ?? node.gradient)?.value == 0 { classes.append("nograd") }
    return classes.joined(separator: " ")
  }

  /// Whether a box stands out: it adds something that is not 0.
  static func isActing(_ node: NeuronNode) -> Bool {
    switch node.verdict {
    case .disconnected, .dead, .zeroEffect, .silent, .blocked: false
    case .constant, .saturated, .active, nil: true
    }
  }

  /// `p1` to `p4` for positive outputs, `n1` to `n4` for negative ones.
  static func shade(_ node: NeuronNode) -> String? {
    let value = node.output.value
    guard node.kind == .neuron || node.kind == .output, isActing(node), value.isFinite, value != 0
    else { return nil }
    let level = min(shades, 1 + Int(saturation(value) * Double(shades)))
    return "\(value > 0 ? "p" : "n")\(level)"
  }

  /// From 0 to below 1, the same in every frame: |x| / (1 + |x|).
  static func saturation(_ value: Double) -> Double {
    let size = abs(value)
    return size.isFinite ? size / (1 + size) : 1
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
    return (0.7 + 4.3 * saturation(edge.contribution)) * lightness(network)
  }

  static func opacity(_ edge: NeuronEdge, in network: NeuronGraph) -> Double {
    if edge.isZero { return 1 }
    let size = saturation(edge.contribution)
    return 0.5 * lightness(network) * (1 - size) + 0.95 * size
  }

  /// From 1 down: the more curves there are, the less ink each gets.
  private static func lightness(_ network: NeuronGraph) -> Double {
    min(1, (300 / Double(max(network.edges.count, 1))).squareRoot())
  }
}
