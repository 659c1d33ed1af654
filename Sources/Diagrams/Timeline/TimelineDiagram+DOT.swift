internal import GraphModel

extension TimelineDiagram {
  func dot(placement: Diagram.Placement) -> String {
    var canvas = Canvas(width: layout.width, height: layout.height, theme: theme, prefix: prefix)
    writeHeading(&canvas)
    writeLoss(&canvas)
    for cell in cells { write(cell.run, cell.neuron, cell.id, &canvas) }
    for (index, event) in history.events.enumerated() { write(event, id(of: index), &canvas) }
    for neuron in history.names.indices { writeEnds(neuron, &canvas) }
    writeSteps(&canvas)
    return canvas.finish()
  }

  var small: Canvas.TextStyle {
    Canvas.TextStyle(name: "small", size: theme.smallFontSize, color: theme.faint)
  }
  private var label: Canvas.TextStyle {
    Canvas.TextStyle(name: "label", size: theme.smallFontSize + 1, color: theme.ink)
  }

  private func writeLoss(_ canvas: inout Canvas) {
    let (low, high) = layout.lossRange
    let left = layout.labels
    let right = left + TimelineLayout.plot
    canvas.text("loss", x: 0, y: TimelineLayout.lossTop + 8, width: 40, label)
    for (value, y) in [
      (high, TimelineLayout.lossTop), (low, TimelineLayout.lossBottom),
    ] {
      line(Canvas.Point(x: left, y: y), Canvas.Point(x: right, y: y), "grid", &canvas)
      canvas.text(NumberFormat.short(value), x: right + 8, y: y, width: 70, small)
    }
    for points in layout.lossCurves {
      canvas.curve(
        Canvas.straight(points), name: "loss",
        attributes: [("color", theme.root.stroke.light), ("penwidth", "1.6")])
    }
  }

  private func write(
    _ run: TimelineRun, _ neuron: Int, _ id: String, _ canvas: inout Canvas
  ) {
    let y = layout.rows[neuron]
    let x = layout.labels + Double(run.columns.lowerBound) * layout.columnWidth
    let width = Double(run.columns.count) * layout.columnWidth
    canvas.area(
      x: x, y: y + 1, width: width, height: TimelineLayout.rowHeight - 2,
      name: "cell s\(run.shade)", fill: run.shade == 0 ? nil : color(run.shade), id: id)
    if run.shade == 0 {
      let middle = y + TimelineLayout.rowHeight / 2
      line(
        Canvas.Point(x: x, y: middle), Canvas.Point(x: x + width, y: middle), "never", &canvas)
    }
  }

  private func write(
    _ event: FiringHistory.Event, _ id: String, _ canvas: inout Canvas
  ) {
    let sign = event.kind == .death ? "×" : "▲"
    canvas.text(
      sign, x: layout.x(ofStep: event.column),
      y: layout.rows[event.neuron] + TimelineLayout.rowHeight / 2, width: 14, anchor: .middle,
      Canvas.TextStyle(
        name: event.kind.rawValue, size: event.kind == .death ? 15 : 9,
        color: theme.root.stroke, isBold: true), id: id)
  }

  /// The name before a row, and how it ended behind it.
  private func writeEnds(_ neuron: Int, _ canvas: inout Canvas) {
    let y = layout.rows[neuron] + TimelineLayout.rowHeight / 2
    let path = history.names[neuron].split(separator: "/").map(String.init)
    let layer = path.count > 1 ? path[0] : ""
    let isFirst = neuron == 0 || !history.names[neuron - 1].hasPrefix("\(layer)/")
    if isFirst, !layer.isEmpty {
      canvas.text(
        TimelineLayout.layer(of: history.names[neuron]), x: 0, y: y, width: layout.layers, label)
    }
    let name = Escaping.shortened(Wording.spaced(path.last ?? ""), to: 9)
    canvas.text(name, x: layout.layers, y: y, width: TimelineLayout.names, small)
    let last = history.fires.last?[neuron] ?? 0
    let end =
      history.death(of: neuron).map { "× dead\($0.words)" } ?? "fires \(NumberFormat.percent(last))"
    canvas.text(
      end, x: layout.labels + TimelineLayout.plot + 8, y: y,
      width: TimelineLayout.ends - 8, small)
  }

  private func writeSteps(_ canvas: inout Canvas) {
    let y = layout.height - 24
    for index in layout.ticks {
      canvas.text(
        "\(history.steps[index] ?? 0)", x: layout.x(ofStep: index), y: y, width: 40,
        anchor: .middle, small)
    }
    canvas.text("step", x: layout.labels, y: y + 15, width: 40, small)
  }

  func line(
    _ start: Canvas.Point, _ end: Canvas.Point, _ name: String, _ canvas: inout Canvas
  ) {
    canvas.curve(
      Canvas.straight([start, end]), name: name,
      attributes: [
        ("color", theme.offEdge.light), ("penwidth", "0.8"),
        ("style", name == "never" ? "dashed" : "solid"),
      ])
  }
}
