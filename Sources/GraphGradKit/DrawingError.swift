public import Diagrams
public import GraphModel
public import Graphviz

/// Why a graph could not be drawn.
public enum DrawingError: Error, Equatable, Sendable {
  /// The graph is larger than a layout in reasonable time allows: `size` is its
  /// ``ScalarView/layoutSize``.
  case tooLarge(boxes: Int, size: Int, limit: Int)
  /// A PNG would be larger than ``PNGSize/sideLimit`` or ``PNGSize/areaLimit`` allow.
  case tooManyPixels(width: Int, height: Int)
  /// A scope that was to be opened is not there.
  case unknownScope(UnknownScope)
  /// libgvc failed.
  case graphviz(GraphvizError)
  /// libgvc's SVG could not be understood.
  case template(SVGTemplateError)
}
