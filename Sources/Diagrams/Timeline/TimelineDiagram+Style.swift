internal import GraphModel

extension TimelineDiagram {
  private var hasNaN: Bool { history.fires.contains { $0.contains(where: \.isNaN) } }

  /// Of a shade that is not 0.
  func color(_ shade: Int) -> Color {
    shade == TimelineRun.notANumber ? theme.alarm.fill : theme.timeline(shade)
  }

  func rules(_ tone: KeyPath<Color, String>) -> [StyleRule] {
    let warm = theme.root.stroke[keyPath: tone]
    let shades = (1...(hasNaN ? TimelineRun.notANumber : TimelineRun.shades)).map { shade in
      StyleRule(
        ".s\(shade) polygon", body: "fill:\(color(shade)[keyPath: tone])")
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
