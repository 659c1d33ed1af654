extension Theme {
  /// On which ground a drawing stands.
  public enum Tone: String, CaseIterable, Sendable {
    case light, dark
  }

  /// The same look on one ground, whatever the reader's system prefers.
  public func fixed(_ tone: Tone) -> Theme {
    func fixed(_ color: Color) -> Color {
      let shown = tone == .light ? color.light : color.dark
      return Color(shown, dark: shown)
    }
    var theme = self
    for color in Self.colors { theme[keyPath: color] = fixed(theme[keyPath: color]) }
    for style in Self.styles {
      theme[keyPath: style] = Style(
        fill: fixed(theme[keyPath: style].fill), stroke: fixed(theme[keyPath: style].stroke))
    }
    theme.shadeFills = theme.shadeFills.map(fixed)
    return theme
  }

  /// Whether it looks the same on every ground.
  var isFixed: Bool { ground.light == ground.dark }

  private static var colors: [WritableKeyPath<Theme, Color>] {
    [\.ground, \.ink, \.faint, \.edge, \.offEdge, \.positive, \.negative, \.bar, \.track]
  }

  private static var styles: [WritableKeyPath<Theme, Style>] {
    [\.input, \.parameter, \.intermediate, \.root, \.alarm, \.scope]
  }
}
