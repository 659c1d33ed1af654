internal import GraphModel

extension NeuronDiagram {
  var titleStyle: Canvas.TextStyle {
    Canvas.TextStyle(name: "title", size: theme.fontSize + 2, color: theme.ink, isBold: true)
  }
  var detailStyle: Canvas.TextStyle {
    Canvas.TextStyle(name: "detail", size: theme.fontSize, color: theme.ink)
  }
  var smallStyle: Canvas.TextStyle {
    Canvas.TextStyle(name: "small", size: theme.smallFontSize + 1, color: theme.faint)
  }

  /// Title, detail, legend, and the name of each column.
  func writeHeading(_ layout: NeuronLayout, _ canvas: inout Canvas) {
    let title = Escaping.shortened(caption.title, to: 80)
    canvas.text(title, x: 0, y: 12, width: layout.width, titleStyle)
    canvas.text(
      detail, x: 0, y: 32, width: layout.width, detailStyle, id: "\(prefix)_detail")
    writeLegend(&canvas)
    for (column, place) in layout.columns.enumerated() {
      canvas.text(
        columnTitle(column), x: place.middle, y: NeuronLayout.heading + 6, width: 158,
        anchor: .middle,
        smallStyle)
    }
  }

  private func columnTitle(_ column: Int) -> String {
    let nodes = network.nodes.filter { $0.column == column }
    if nodes.allSatisfy({ $0.kind == .input }) { return "inputs" }
    if nodes.contains(where: { $0.kind == .loss }) { return "loss" }
    let activations = Set(nodes.compactMap(\.activation)).sorted().joined(separator: ", ")
    let word = nodes.allSatisfy { $0.kind == .output } ? "outputs" : "layer \(column)"
    return activations.isEmpty ? word : "\(word) · \(activations)"
  }

  private func writeLegend(_ canvas: inout Canvas) {
    let what = isOverData ? "mean of weight × input" : "weight × input"
    let (plus, minus, none) =
      isComparison
      ? ("adds more than at \(network.comparedTo ?? "")", "adds less", "adds the same")
      : ("adds (\(what) above 0)", "subtracts", "adds exactly 0")
    let entries: [(name: String, color: Color, width: Double, words: String, room: Double)] = [
      ("edge plus", theme.positive, 3, plus, isOverData ? 196 : 150),
      ("edge minus", theme.negative, 3, minus, 60),
      ("edge none", theme.offEdge, 1, none, 84),
    ]
    var x = 0.0
    let y = 53.0
    for entry in entries {
      canvas.curve(
        Canvas.straight([Canvas.Point(x: x, y: y), Canvas.Point(x: x + 26, y: y)]),
        name: "\(entry.name) legend",
        attributes: [
          ("color", entry.color.light), ("penwidth", "\(entry.width)"),
          ("style", entry.name == "edge none" ? "dashed" : "solid"),
        ])
      if entry.name == "edge minus" {
        writeTee(Canvas.Point(x: x + 27, y: y), name: "edge minus mark", &canvas)
      }
      canvas.text(entry.words, x: x + 32, y: y, width: entry.room, smallStyle)
      x += entry.room + 46
    }
    canvas.text(
      network.moment != nil
        ? "amber: now · a dot: not known yet"
        : isComparison
          ? "Δ: change · dashed box: same output · ±: its sign changed"
          : "thicker: more · dashed box: no effect" + (isOverData ? " on any example" : " here")
            + " · bar: \(shareOfFiring)",
      x: x, y: y, width: 460, smallStyle)
  }

  private var shareOfFiring: String {
    let judged = network.nodes.filter { $0.verdict != nil }
    return judged.contains { $0.instances != nil }
      ? "share of places where it fires, in all examples" : "share of examples in which it fires"
  }
}
