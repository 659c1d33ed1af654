/// libgvc's SVG is not what its DOT asked for.
public struct SVGTemplateError: Error, Equatable, Sendable {
  /// The id of the part that could not be read.
  public let id: String
  /// What was missing or too much.
  public let reason: String
}

extension SVGTemplateError: CustomStringConvertible {
  /// What is wrong, and in which part.
  public var description: String { "Graphviz's SVG was not understood at \(id): \(reason)" }
}
