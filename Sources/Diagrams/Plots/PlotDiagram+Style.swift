extension PlotDiagram {
  func rules(_ tone: KeyPath<Color, String>) -> [StyleRule] {
    let series = colors.enumerated().flatMap { index, color in
      [
        StyleRule(
          ".curve.t\(index) path", ".pole.t\(index) path",
          body: "fill:none;stroke:\(color[keyPath: tone])"),
        StyleRule(".full.t\(index) polygon", body: "fill:\(color[keyPath: tone])"),
        StyleRule(".pale.t\(index) polygon", body: "fill:\(pale(color)[keyPath: tone])"),
        StyleRule(
          ".sign.t\(index) text", ".last.t\(index) text", body: "fill:\(color[keyPath: tone])"),
      ]
    }
    let rest = [
      StyleRule(".small text", body: "fill:\(theme.faint[keyPath: tone])"),
      StyleRule(".hole polygon", body: "fill:\(theme.ground[keyPath: tone])"),
      StyleRule(".grid path", body: "stroke:\(theme.track[keyPath: tone])"),
      StyleRule(".level path", body: "fill:none;stroke:\(theme.faint[keyPath: tone])"),
      StyleRule(".border path", body: "fill:none;stroke:\(theme.ink[keyPath: tone])"),
      StyleRule(".axis path", body: "stroke:\(theme.edge[keyPath: tone])"),
      StyleRule(".cross text", body: "fill:\(theme.root.stroke[keyPath: tone])"),
    ]
    return series + rest + (tone == \Color.light ? shapes : [])
  }

  private var shapes: [StyleRule] {
    Self.dashes.enumerated().filter { !$1.isEmpty }.map { index, dash in
      StyleRule(".curve.t\(index) path", body: "stroke-dasharray:\(dash)")
    } + [
      StyleRule(".curve.solid path", body: "stroke-dasharray:none"),
      StyleRule(".curve.dashed path", body: "stroke-dasharray:5,3"),
      StyleRule(".pole path", body: "stroke-width:0.8;stroke-dasharray:1,2"),
      StyleRule(".border path", body: "stroke-width:1.1"),
      StyleRule(
        ".small text", ".last text", body: "font-size:\(theme.points(theme.smallFontSize))"),
      StyleRule(".pale polygon", body: "shape-rendering:crispEdges"),
      StyleRule(
        ".label text", body: "font-size:\(theme.points(theme.smallFontSize + 1));font-weight:bold"),
      StyleRule(
        ".title text", body: "font-size:\(theme.points(theme.fontSize + 2));font-weight:bold"),
      StyleRule(".curve path", body: "stroke-width:1.6"),
      StyleRule(".sign text", body: "font-size:8px"),
      StyleRule(".cross text", body: "font-size:15px;font-weight:bold"),
    ]
  }

  /// A colour to lie under points and words.
  func pale(_ color: Color) -> Color { theme.mixed(theme.ground, color, 0.2) }
}
