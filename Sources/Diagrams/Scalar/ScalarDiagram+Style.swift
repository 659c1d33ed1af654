extension ScalarDiagram {
  func rules(_ tone: KeyPath<Color, String>) -> [StyleRule] {
    let faint = "fill:\(theme.faint[keyPath: tone])"
    let isLight = tone == \Color.light
    let wide = isLight ? ";stroke-width:2" : ""
    return [
      StyleRule(".node .k", ".node .t", ".zero .d", ".nograd .g", body: faint),
      StyleRule(".cluster path", body: theme.box(theme.scope, tone)),
      StyleRule(".cluster text", body: faint),
      StyleRule(".node path", body: theme.box(theme.intermediate, tone)),
      StyleRule(".input path", body: theme.box(theme.input, tone)),
      StyleRule(".parameter path", body: theme.box(theme.parameter, tone)),
    ] + (hasGroups ? groups(tone) : []) + [
      StyleRule(".root path", body: theme.box(theme.root, tone) + wide)
    ]
      + (isComparison ? shades(tone) : []) + [
        StyleRule(".nonfinite path", body: theme.box(theme.alarm, tone) + wide),
        StyleRule(".edge path", body: "fill:none;stroke:\(theme.edge[keyPath: tone])"),
        StyleRule(".edge polygon", body: line(theme.edge, tone)),
        StyleRule(".off path", body: "stroke:\(theme.offEdge[keyPath: tone])"),
        StyleRule(".off polygon", body: line(theme.offEdge, tone)),
      ] + (isMoment ? moments(tone) : []) + (isLight ? shapes : [])
      + (hasGroups && isLight ? widths : [])
  }

  private func groups(_ tone: KeyPath<Color, String>) -> [StyleRule] {
    let (fill, stroke) = (theme.group.fill, theme.group.stroke)
    return [
      StyleRule(".group path", body: theme.box(theme.group, tone)),
      StyleRule(".head [fill=\"\(fill.light)\"]", body: "fill:\(fill[keyPath: tone])"),
      StyleRule(".head [stroke=\"\(stroke.light)\"]", body: "stroke:\(stroke[keyPath: tone])"),
    ]
  }

  private var hasGroups: Bool { view.boxes.contains(where: \.isGroup) }

  /// How wide edges are by how many values go along them, in points.
  static let widths: [(name: String, points: Double)] = [("w2", 1.7), ("w3", 2.6), ("w4", 4)]

  private var widths: [StyleRule] {
    Self.widths.map { StyleRule(".edge.\($0.name) path", body: "stroke-width:\($0.points)") }
  }

  /// In comparisons a box is coloured by its change.
  private func shades(_ tone: KeyPath<Color, String>) -> [StyleRule] {
    Theme.shadeNames.compactMap { name in
      theme.shade(name).map { StyleRule(".node.\(name) path", body: theme.box($0, tone)) }
    }
  }

  /// What is computed now stands out; what is not known yet recedes.
  private func moments(_ tone: KeyPath<Color, String>) -> [StyleRule] {
    [
      StyleRule(".edge .w", body: "font-size:9px"),
      StyleRule(".pending", body: "opacity:.4"),
      StyleRule(
        ".now path",
        body: "stroke-width:3;stroke-dasharray:none;stroke:\(theme.root.stroke[keyPath: tone])"),
    ]
  }

  private func line(_ color: Color, _ tone: KeyPath<Color, String>) -> String {
    theme.box(Theme.Style(fill: color, stroke: color), tone)
  }

  /// What is the same on light and dark grounds.
  private var shapes: [StyleRule] {
    [
      StyleRule(".origin path", body: "stroke-width:4"),
      StyleRule(".node .h", body: "font-weight:bold"),
      StyleRule(".node .k", ".node .t", body: "font-size:\(theme.points(theme.smallFontSize))"),
      StyleRule(".zero path", body: "stroke-dasharray:5,2"),
      StyleRule(".off path", body: "stroke-dasharray:5,3"),
    ]
  }
}
