/// What libgvc could not do. The message is libgvc's own and names the line of the DOT text.
public enum GraphvizError: Error, Equatable, Sendable {
  /// The DOT text could not be read or laid out.
  case layout(message: String)
  /// The drawing could not be rendered in this format.
  case render(format: String, message: String)
  /// The DOT text holds a NUL character, at which C would stop reading.
  case embeddedNul
  /// The system has no font, so every letter would be an empty square.
  case noFonts
}
