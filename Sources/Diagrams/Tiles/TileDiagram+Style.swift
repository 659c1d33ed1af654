extension TileDiagram {
  func rules(_ tone: KeyPath<Color, String>) -> [StyleRule] {
    let shades = TileShade.all.map { shade in
      StyleRule(".\(shade.name) polygon", body: "fill:\(shade.color(theme)[keyPath: tone])")
    }
    let colors = [
      StyleRule(".mark path", body: "fill:none;stroke:\(theme.root.stroke[keyPath: tone])")
    ]
    let fixed = [
      StyleRule(".small text", body: "font-size:\(theme.points(theme.smallFontSize))"),
      StyleRule(
        ".label text", body: "font-size:\(theme.points(theme.smallFontSize + 1));font-weight:bold"),
      StyleRule(
        ".title text", body: "font-size:\(theme.points(theme.fontSize + 2));font-weight:bold"),
      StyleRule(".number text", body: "font-size:9px"),
      StyleRule(".cell polygon", body: "shape-rendering:crispEdges"),
      StyleRule(".mark path", body: "stroke-width:2"),
    ]
    return shades + colors + (tone == \Color.light ? fixed : [])
  }
}
