/// The style sheet of a drawing: light by default, dark where the reader's system is.
struct StyleSheet {
  let theme: Theme
  /// The class of the drawing's outermost element; every rule is below it.
  static let scope = "graphgrad"

  /// The heading's texts keep libgvc's fonts and colours.
  private static let texts = ".node text,.edge text,.cluster text"

  var text: String {
    rules(\.light) + "@media (prefers-color-scheme:dark){\(rules(\.dark))\(swapped)}"
  }

  private func rules(_ tone: KeyPath<Color, String>) -> String {
    let isLight = tone == \Color.light
    var rules = [
      (".ground", "fill:\(theme.ground[keyPath: tone])"),
      (Self.texts, "fill:\(theme.ink[keyPath: tone])"),
      (".node .k,.node .t,.zero .d,.nograd .g", "fill:\(theme.faint[keyPath: tone])"),
      (".cluster path", box(theme.scope, tone)),
      (".cluster text", "fill:\(theme.faint[keyPath: tone])"),
      (".node path", box(theme.intermediate, tone)),
      (".input path", box(theme.input, tone)),
      (".parameter path", box(theme.parameter, tone)),
      (".root path", box(theme.root, tone) + (isLight ? ";stroke-width:2" : "")),
      (".nonfinite path", box(theme.alarm, tone) + (isLight ? ";stroke-width:2" : "")),
      (".edge path", "fill:none;stroke:\(theme.edge[keyPath: tone])"),
      (".edge polygon", box(Theme.Style(fill: theme.edge, stroke: theme.edge), tone)),
      (".off path", "stroke:\(theme.offEdge[keyPath: tone])"),
      (".off polygon", box(Theme.Style(fill: theme.offEdge, stroke: theme.offEdge), tone)),
    ]
    if isLight { rules.append((".origin path", "stroke-width:4")) }
    if isLight { rules += shapes }
    return rules.map { selector, body in
      let selectors = selector.split(separator: ",").map { ".\(Self.scope) \($0)" }
      return "\(selectors.joined(separator: ",")){\(body)}"
    }.joined()
  }

  /// What is the same on light and dark grounds.
  private var shapes: [(String, String)] {
    [
      (
        Self.texts,
        "font:\(points(theme.fontSize)) \(theme.fonts);font-variant-numeric:tabular-nums"
      ),
      (".node .h", "font-weight:bold"),
      (".d,.g,.o,.t", "text-anchor:end"),
      (".node .k,.node .t", "font-size:\(points(theme.smallFontSize))"),
      (".zero path", "stroke-dasharray:5,2"),
      (".off path", "stroke-dasharray:5,3"),
    ]
  }

  /// The heading keeps libgvc's attributes; in the dark each of its colours has a counterpart.
  private var swapped: String {
    let styles = [theme.input, theme.parameter, theme.intermediate, theme.root]
    let colors = styles.flatMap { [$0.fill, $0.stroke] } + [theme.ink, theme.faint, theme.offEdge]
    return colors.map { color in
      ".\(Self.scope) .head [fill=\"\(color.light)\"]{fill:\(color.dark)}"
        + ".\(Self.scope) .head [stroke=\"\(color.light)\"]{stroke:\(color.dark)}"
    }.joined()
  }

  private func box(_ style: Theme.Style, _ tone: KeyPath<Color, String>) -> String {
    "fill:\(style.fill[keyPath: tone]);stroke:\(style.stroke[keyPath: tone])"
  }

  private func points(_ size: Double) -> String { "\(Int(size))px" }
}
