public import Diagrams
public import Graphviz

/// Why a graph could not be drawn.
public enum DrawingError: Error, Equatable, Sendable {
  /// The graph has more boxes than a layout in reasonable time allows.
  case tooLarge(boxes: Int, limit: Int)
  /// libgvc failed.
  case graphviz(GraphvizError)
  /// libgvc's SVG could not be understood.
  case template(SVGTemplateError)
}
