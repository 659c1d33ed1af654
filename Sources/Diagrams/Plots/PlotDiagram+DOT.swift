extension PlotDiagram {
  func dot(placement: Diagram.Placement) -> String {
    var canvas = Canvas(
      width: layout.width, height: layout.height, theme: theme, prefix: prefix,
      hasLinesOnTop: hasBorders)
    canvas.heading(
      caption, width: layout.width, theme: theme, detailID: "\(prefix)_detail")
    for panel in plot.panels.indices {
      writeAreas(panel, &canvas)
      writeAxes(panel, &canvas)
      writeMarks(panel, &canvas)
    }
    return canvas.finish()
  }

  /// Whether there are lines between areas, which would be hidden below them; bars lie on the grid.
  private var hasBorders: Bool {
    plot.panels.contains { panel in
      panel.marks.contains { if case .border = $0 { true } else { false } }
    }
  }

  private var small: Canvas.TextStyle {
    Canvas.TextStyle(name: "small", size: theme.smallFontSize, color: theme.faint)
  }

  private func writeAxes(_ index: Int, _ canvas: inout Canvas) {
    let (frame, panel) = (layout.frame(index), plot.panels[index])
    let (right, bottom) = (frame.x + frame.width, frame.y + frame.height)
    canvas.text(
      Escaping.shortened(panel.title, to: max(62, Int(frame.width / 7))), x: frame.x,
      y: frame.y - 14,
      width: frame.width + PlotLayout.right,
      Canvas.TextStyle(
        name: "label", size: theme.smallFontSize + 1, color: theme.ink, isBold: true))
    for tick in panel.x.ticks {
      guard let share = panel.x.share(tick.number) else { continue }
      let x = frame.x + share * frame.width
      line((x, bottom), (x, bottom + 4), "grid", &canvas)
      canvas.text(
        Escaping.shortened(tick.words, to: 12), x: x, y: bottom + 13, width: 60, anchor: .middle,
        small)
    }
    for tick in panel.y.ticks {
      guard let share = panel.y.share(tick.number) else { continue }
      let y = frame.y + (1 - share) * frame.height
      line((frame.x, y), (panel.y.names.isEmpty ? right : frame.x, y), "grid", &canvas)
      canvas.text(
        Escaping.shortened(tick.words, to: 10), x: frame.x - 30, y: y, width: 52, anchor: .middle,
        small)
    }
    line((frame.x, bottom), (right, bottom), "axis", &canvas)
    canvas.text(
      panel.x.label, x: frame.x + frame.width / 2, y: bottom + 29, width: frame.width,
      anchor: .middle, small)
    canvas.text(
      panel.y.label, x: frame.x - PlotLayout.left + 2, y: frame.y - 14, width: 52, small)
  }

  private func writeAreas(_ index: Int, _ canvas: inout Canvas) {
    for case .area(let from, let to, let series, let isPale) in plot.panels[index].marks {
      guard let a = layout.place(from, in: index), let b = layout.place(to, in: index) else {
        continue
      }
      // Neighbours overlap a little, lest the ground shine through between them.
      let seam = isPale ? 0.4 : 0
      let color = isPale ? pale(colors[tone(series)]) : colors[tone(series)]
      canvas.area(
        x: min(a.x, b.x), y: min(a.y, b.y), width: abs(b.x - a.x), height: abs(b.y - a.y) + seam,
        name: "\(isPale ? "pale" : "full") t\(tone(series))", fill: color)
    }
  }

  private func writeMarks(_ index: Int, _ canvas: inout Canvas) {
    var ends: [PlotLabel] = []
    var flagged: [Int] = []
    for mark in plot.panels[index].marks {
      switch mark {
      case .area: break
      case .line(let points, let series, let label, let dash):
        let places = points.map { layout.place($0, in: index) }
        let last = writeLine(places, series, dash, &canvas)
        if let last { ends.append(PlotLabel(words: label, series: series, y: last.y)) }
      case .level(let points):
        canvas.curve(
          Canvas.straight(points.compactMap { layout.place($0, in: index) }), name: "level",
          attributes: [("color", theme.faint.light), ("penwidth", "0.7")])
      case .points(let points, let series):
        for place in points.compactMap({ layout.place($0, in: index) }) {
          write(Self.signs[tone(series)], at: place, "sign t\(tone(series))", series, &canvas)
        }
      case .crosses(let points):
        for place in points.compactMap({ layout.place($0, in: index) }) {
          canvas.text(
            "×", x: place.x, y: place.y, width: 14, anchor: .middle,
            Canvas.TextStyle(name: "cross", size: 15, color: theme.root.stroke, isBold: true))
        }
      case .square(let point, let side, let isPositive):
        guard let place = layout.place(point, in: index) else { continue }
        writeSquare(place, side, isPositive, &canvas)
      case .border(let points):
        let places = points.compactMap { layout.place($0, in: index) }
        canvas.curve(
          Canvas.straight(places), name: "border",
          attributes: [("color", theme.ink.light), ("penwidth", "1.1")])
      case .flag(let words, let point, let series):
        guard let place = layout.place(point, in: index) else { continue }
        if !flagged.contains(series) { flagged.append(series) }
        let row = flagged.firstIndex(of: series) ?? 0
        writeFlag(words, place, top: layout.frame(index).y, row: row, series, &canvas)
      case .words(let words, let point):
        guard let place = layout.place(point, in: index) else { continue }
        canvas.text(words, x: place.x, y: place.y, width: 120, anchor: .middle, small)
      }
    }
    writeEnds(ends, index, &canvas)
  }

  /// The words at the ends of lines, moved apart where they would cover each other.
  private func writeEnds(_ labels: [PlotLabel], _ index: Int, _ canvas: inout Canvas) {
    let frame = layout.frame(index)
    for label in PlotLabel.spread(labels, by: 13, above: frame.y + frame.height) {
      canvas.text(
        Escaping.shortened(label.words, to: 20), x: frame.x + frame.width + 8, y: label.y,
        width: PlotLayout.right - 10,
        Canvas.TextStyle(
          name: "last t\(tone(label.series))", size: theme.smallFontSize,
          color: colors[tone(label.series)]))
    }
  }

  /// Draws the pieces between points without a place, and returns the last place.
  private func writeLine(
    _ places: [Canvas.Point?], _ series: Int, _ dash: Plot.Dash?, _ canvas: inout Canvas
  ) -> Canvas.Point? {
    let usual = series == 0 ? "solid" : series % 2 == 1 ? "dashed" : "dotted"
    for piece in places.split(separator: nil) where piece.count > 1 {
      canvas.curve(
        Canvas.straight(piece.compactMap(\.self)),
        name: "curve t\(tone(series))\(dash.map { " \($0.rawValue)" } ?? "")",
        attributes: [
          ("color", colors[tone(series)].light), ("penwidth", "1.6"),
          ("style", dash?.rawValue ?? usual),
        ])
    }
    return places.last { $0 != nil } ?? nil
  }

  /// Words above the frame, a row for each series, and a thin line from there down to the place.
  private func writeFlag(
    _ words: String, _ place: Canvas.Point, top: Double, row: Int, _ series: Int,
    _ canvas: inout Canvas
  ) {
    canvas.curve(
      Canvas.straight([place, Canvas.Point(x: place.x, y: top)]), name: "pole t\(tone(series))",
      attributes: [
        ("color", colors[tone(series)].light), ("penwidth", "0.8"), ("style", "dotted"),
      ])
    canvas.text(
      words, x: place.x, y: top - 7 - 11 * Double(row), width: 40, anchor: .middle,
      Canvas.TextStyle(
        name: "last t\(tone(series))", size: theme.smallFontSize, color: colors[tone(series)]))
  }

  private func write(
    _ sign: String, at place: Canvas.Point, _ name: String, _ series: Int, _ canvas: inout Canvas
  ) {
    canvas.text(
      sign, x: place.x, y: place.y, width: 10, anchor: .middle,
      Canvas.TextStyle(name: name, size: 8, color: colors[tone(series)]))
  }

  private func writeSquare(
    _ place: Canvas.Point, _ side: Double, _ isPositive: Bool, _ canvas: inout Canvas
  ) {
    let color = isPositive ? theme.positive : theme.negative
    canvas.area(
      x: place.x - side / 2, y: place.y - side / 2, width: side, height: side,
      name: isPositive ? "full t0" : "full t1", fill: color)
    // A negative one is a frame: what says its sign where colours cannot be told apart.
    guard !isPositive, side > 5 else { return }
    let hole = side - 4
    canvas.area(
      x: place.x - hole / 2, y: place.y - hole / 2, width: hole, height: hole, name: "hole",
      fill: theme.ground)
  }

  private func line(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), _ name: String,
    _ canvas: inout Canvas
  ) {
    canvas.curve(
      Canvas.straight([Canvas.Point(x: start.x, y: start.y), Canvas.Point(x: end.x, y: end.y)]),
      name: name,
      attributes: [
        ("color", (name == "grid" ? theme.track : theme.edge).light), ("penwidth", "0.8"),
      ])
  }
}
