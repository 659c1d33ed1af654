internal import GraphModel

extension NeuronDiagram {
  func dot(placement: Diagram.Placement) -> String {
    let layout = NeuronLayout(network, minimumWidth: Self.minimumWidth)
    var canvas = Canvas(width: layout.width, height: layout.height, theme: theme, prefix: prefix)
    writeHeading(layout, &canvas)
    // In the same order in every frame, whatever lies above what.
    for index in network.edges.indices { write(index, layout, &canvas) }
    for node in network.nodes { write(node, layout, &canvas) }
    return canvas.finish()
  }

  private func write(_ index: Int, _ layout: NeuronLayout, _ canvas: inout Canvas) {
    let edge = network.edges[index]
    let points = layout.curves[index]
    let end = points[points.count - 1]
    let opacity = Int((255 * NeuronStyle.opacity(edge, in: network)).rounded())
    let alpha = String(opacity, radix: 16)
    let label = weightLabel(edge, layout).map { text in
      (
        text: text, at: Self.weightPlace(points),
        style: Canvas.TextStyle(name: "weight", size: 9, color: theme.faint)
      )
    }
    canvas.curve(
      points, name: NeuronStyle.edgeClass(edge, in: network),
      attributes: [
        ("color", "\(color(of: edge).light)\(alpha)"),
        ("penwidth", Canvas.number(NeuronStyle.width(edge, in: network))),
        ("style", edge.isZero ? "dashed" : "solid"),
      ], id: id(ofEdge: index), label: label)
    if NeuronStyle.edgeClass(edge, in: network) == "edge minus" { writeTee(end, &canvas) }
  }

  func writeTee(_ end: Canvas.Point, name: String = Tee.name, _ canvas: inout Canvas) {
    let x = Tee.x(before: end.x)
    canvas.curve(
      Canvas.straight([
        Canvas.Point(x: x, y: end.y - Tee.reach), Canvas.Point(x: x, y: end.y + Tee.reach),
      ]), name: name,
      attributes: [("color", theme.negative.light), ("penwidth", "\(Tee.width)")])
  }

  /// The middle of a weight's label: before the end of its curve and above it.
  static func weightPlace(_ curve: [Canvas.Point]) -> Canvas.Point {
    let end = curve[curve.count - 1]
    return Canvas.Point(x: end.x - 28, y: end.y - 5.5)
  }

  /// The weight in a few digits, where there is room for it.
  func weightLabel(_ edge: NeuronEdge, _ layout: NeuronLayout) -> String? {
    guard layout.hasWeights[network.nodes[edge.target].column] else { return nil }
    return edge.weight.map(NumberFormat.short)
  }

  private func write(_ node: NeuronNode, _ layout: NeuronLayout, _ canvas: inout Canvas) {
    let size = layout.size(of: node)
    canvas.box(
      id: id(of: node), x: layout.middles[node.id].x, y: layout.middles[node.id].y,
      width: size.width, height: size.height, label: label(of: node, isCompact: layout.isCompact),
      style: style(of: node), isDashed: !NeuronStyle.isActing(node),
      outline: node.progress?.isActive == true ? 3 : node.kind == .loss || node.isTarget ? 2 : 1)
  }
}
