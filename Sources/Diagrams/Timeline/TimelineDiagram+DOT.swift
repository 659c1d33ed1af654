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

  private var small: Canvas.TextStyle {
    Canvas.TextStyle(name: "small", size: theme.smallFontSize, color: theme.faint)
  }
  private var label: Canvas.TextStyle {
    Canvas.TextStyle(name: "label", size: theme.smallFontSize + 1, color: theme.ink)
  }

  private func writeHeading(_ canvas: inout Canvas) {
    canvas.text(
      Escaping.shortened(caption.title, to: 80), x: 0, y: 12, width: layout.width,
      Canvas.TextStyle(
        name: "title", size: theme.fontSize + 2, color: theme.ink, isBold: true))
    canvas.text(
      detail, x: 0, y: 32, width: layout.width,
      Canvas.TextStyle(name: "detail", size: theme.fontSize, color: theme.ink),
      id: "\(prefix)_detail")
    var x = 0.0
    for (shade, words, room) in [
      (0, "fires in no example", 122.0), (5, "in a quarter", 82.0), (10, "in half", 58.0),
      (20, "in all", 52.0),
    ] {
      if shade == 0 {
        line(Canvas.Point(x: x, y: 53), Canvas.Point(x: x + 18, y: 53), "never", &canvas)
      } else {
        canvas.area(
          x: x, y: 47, width: 18, height: 12, name: "cell s\(shade)", fill: theme.timeline(shade))
      }
      canvas.text(words, x: x + 24, y: 53, width: room, small)
      x += room + 26
    }
    canvas.text("× died    ▲ came back", x: x, y: 53, width: 130, small)
  }

  private func writeLoss(_ canvas: inout Canvas) {
    let (low, high) = layout.lossRange
    let left = TimelineLayout.labels
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
    let x = TimelineLayout.labels + Double(run.columns.lowerBound) * layout.columnWidth
    let width = Double(run.columns.count) * layout.columnWidth
    canvas.area(
      x: x, y: y + 1, width: width, height: TimelineLayout.rowHeight - 2,
      name: "cell s\(run.shade)", fill: run.shade == 0 ? nil : theme.timeline(run.shade), id: id)
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
      canvas.text(Wording.spaced(layer), x: 0, y: y, width: 44, label)
    }
    let name = Escaping.shortened(Wording.spaced(path.last ?? ""), to: 9)
    canvas.text(name, x: 44, y: y, width: 48, small)
    let last = history.fires.last?[neuron] ?? 0
    let end =
      history.death(of: neuron).map { "× dead\($0.words)" } ?? "fires \(NeuronText.percent(last))"
    canvas.text(
      end, x: TimelineLayout.labels + TimelineLayout.plot + 8, y: y,
      width: TimelineLayout.ends - 8, small)
  }

  private func writeSteps(_ canvas: inout Canvas) {
    let y = layout.height - 24
    for index in layout.ticks {
      canvas.text(
        "\(history.steps[index] ?? 0)", x: layout.x(ofStep: index), y: y, width: 40,
        anchor: .middle, small)
    }
    canvas.text("step", x: TimelineLayout.labels, y: y + 15, width: 40, small)
  }

  private func line(
    _ start: Canvas.Point, _ end: Canvas.Point, _ name: String, _ canvas: inout Canvas
  ) {
    canvas.curve(
      Canvas.straight([start, end]), name: name,
      attributes: [
        ("color", theme.offEdge.light), ("penwidth", "0.8"),
        ("style", name == "never" ? "dashed" : "solid"),
      ])
  }

  func rules(_ tone: KeyPath<Color, String>) -> [StyleRule] {
    let warm = theme.root.stroke[keyPath: tone]
    let shades = (1...TimelineRun.shades).map { shade in
      StyleRule(
        ".s\(shade) polygon", body: "fill:\(theme.timeline(shade)[keyPath: tone])")
    }
    let colors = [
      StyleRule(".small text", body: "fill:\(theme.faint[keyPath: tone])"),
      StyleRule(".loss path", body: "fill:none;stroke:\(warm)"),
      StyleRule(
        ".grid path", ".never path", body: "stroke:\(theme.offEdge[keyPath: tone])"),
      StyleRule(".death text", ".birth text", body: "fill:\(warm)"),
    ]
    let fixed = [
      StyleRule(".small text", body: "font-size:\(theme.points(theme.smallFontSize))"),
      StyleRule(".label text", body: "font-size:\(theme.points(theme.smallFontSize + 1))"),
      StyleRule(
        ".title text", body: "font-size:\(theme.points(theme.fontSize + 2));font-weight:bold"),
      StyleRule(".loss path", body: "stroke-width:1.6"),
      StyleRule(".s0 polygon", body: "fill-opacity:0"),
      StyleRule(".death text", body: "font-size:15px;font-weight:bold"),
      StyleRule(".birth text", body: "font-size:9px"),
      StyleRule(".never path", body: "stroke-dasharray:2,3"),
    ]
    return shades + colors + (tone == \Color.light ? fixed : [])
  }
}
