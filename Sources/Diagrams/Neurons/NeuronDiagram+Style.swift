internal import GraphModel

extension NeuronDiagram {
  func rules(_ tone: KeyPath<Color, String>) -> [StyleRule] {
    let faint = "fill:\(theme.faint[keyPath: tone])"
    var rules = [
      StyleRule(".node .k", ".small text", ".off text", ".nograd .g", ".edge .w", body: faint),
      StyleRule(".node path", body: theme.box(theme.intermediate, tone)),
      StyleRule(".input path", body: theme.box(theme.input, tone)),
      StyleRule(".loss path", body: theme.box(theme.root, tone)),
    ]
    for name in Theme.shadeNames {
      guard let style = theme.shade(name) else { continue }
      rules.append(StyleRule(".\(name) path", body: theme.box(style, tone)))
    }
    rules += [
      StyleRule(".nonfinite path", body: theme.box(theme.alarm, tone)),
      StyleRule(".track", body: "fill:\(theme.track[keyPath: tone])"),
      StyleRule(".bar", body: "fill:\(theme.bar[keyPath: tone])"),
      StyleRule(".edge path", body: "fill:none"),
      StyleRule(".plus path", body: "stroke:\(theme.positive[keyPath: tone])"),
      StyleRule(".minus path", body: "stroke:\(theme.negative[keyPath: tone])"),
      StyleRule(".broken path", body: "stroke:\(theme.alarm.stroke[keyPath: tone])"),
      StyleRule(".none path", body: "stroke:\(theme.offEdge[keyPath: tone])"),
      StyleRule(".toloss path", body: "stroke:\(theme.root.stroke[keyPath: tone])"),
    ]
    if network.moment != nil {
      rules += [
        StyleRule(".pending", body: "opacity:.35"),
        StyleRule(
          ".now > path:first-of-type", body: "stroke:\(theme.root.stroke[keyPath: tone])"),
        StyleRule(".node.now path", body: "stroke-width:3;stroke-dasharray:none"),
      ]
    }
    return rules + (tone == \Color.light ? shapes : [])
  }

  private var shapes: [StyleRule] {
    let small = "font-size:\(theme.points(theme.smallFontSize))"
    return [
      StyleRule(".node .h", ".title text", body: "font-weight:bold"),
      StyleRule(".node .k", ".node .t", body: small),
      StyleRule(".title text", body: "font-size:\(theme.points(theme.fontSize + 2))"),
      StyleRule(".small text", body: "font-size:\(theme.points(theme.smallFontSize + 1))"),
      StyleRule(".edge .w", body: "font-size:9px;text-anchor:middle"),
      StyleRule(".tee", body: "display:none;stroke-width:\(Tee.width)"),
      StyleRule(".minus .tee", body: "display:inline"),
      StyleRule(".off path", body: "stroke-dasharray:5,2"),
      StyleRule(".none path", body: "stroke-dasharray:4,3"),
      StyleRule(".loss path", body: "stroke-width:2"),
      StyleRule(".legend path", body: "stroke-width:3"),
    ]
  }
}
