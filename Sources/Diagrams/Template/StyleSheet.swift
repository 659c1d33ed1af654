/// The style sheet of a drawing: light by default, dark where the reader's system is.
struct StyleSheet {
  /// The class of the drawing's outermost element; every rule is below it.
  static let scope = "graphgrad"

  /// The heading's texts keep libgvc's fonts and colours.
  static let texts = [".node text", ".edge text", ".cluster text"]

  private let diagram: any DiagramContent
  private var theme: Theme { diagram.theme }

  init(_ diagram: any DiagramContent) { self.diagram = diagram }

  var text: String {
    if theme.isFixed { return rules(\.light) }
    return rules(\.light) + "@media (prefers-color-scheme:dark){\(rules(\.dark))\(swapped)}"
  }

  private func rules(_ tone: KeyPath<Color, String>) -> String {
    let texts = Self.texts.map { ".\(Self.scope) \($0)" }.joined(separator: ",")
    let fill = theme.isTransparent ? "none" : theme.ground[keyPath: tone]
    let ground = ".\(Self.scope) .ground{fill:\(fill)}"
    let ink = "\(texts){fill:\(theme.ink[keyPath: tone])}"
    let font = "font:\(theme.points(theme.fontSize)) \(theme.fonts)"
    let shape =
      tone == \Color.light
      ? "\(texts){\(font);font-variant-numeric:tabular-nums}.\(Self.scope) .end{text-anchor:end}"
      : ""
    return ground + ink + shape + diagram.rules(tone).map(Self.line).joined()
  }

  private static func line(_ rule: StyleRule) -> String {
    let selectors = rule.selectors.map { ".\(scope) \($0)" }.joined(separator: ",")
    return "\(selectors){\(rule.body)}"
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
}
