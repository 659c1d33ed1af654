public import Diagrams
public import Graphviz

/// Why a graph could not be drawn.
public enum DrawingError: Error, Equatable, Sendable {
  /// The graph is larger than a layout in reasonable time allows: `size` is its
  /// ``ScalarView/layoutSize``.
  case tooLarge(boxes: Int, size: Int, limit: Int)
  /// libgvc failed.
  case graphviz(GraphvizError)
  /// libgvc's SVG could not be understood.
  case template(SVGTemplateError)
}
