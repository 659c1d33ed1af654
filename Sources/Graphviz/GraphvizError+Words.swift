extension GraphvizError: CustomStringConvertible {
  /// What is wrong, with libgvc's own message.
  public var description: String {
    switch self {
    case .layout(let message): "Graphviz could not lay out the graph: \(message)"
    case .render(let format, let message): "Graphviz could not draw \(format): \(message)"
    case .embeddedNul: "a name holds a NUL character, which Graphviz cannot read"
    case .noFonts:
      "no font is installed, so letters would be empty squares; install one, such as Debian's package "
        + "fonts-dejavu-core, or write .svg"
    }
  }
}
