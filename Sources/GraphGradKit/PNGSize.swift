internal import Graphviz

/// How large a drawing is as pixels.
public enum PNGSize: Sendable, Equatable {
  /// As large as its SVG at ``Layout/standardDotsPerInch``, where a point of 1/72 inch has 4/3 pixels.
  case standard
  /// So many pixels an inch.
  case dotsPerInch(Double)
  /// So many pixels from left to right.
  case width(Int)

  /// - Parameter width: of the drawing, in points.
  func dotsPerInch(width: Double) -> Double {
    switch self {
    case .standard: Layout.standardDotsPerInch
    case .dotsPerInch(let density): density
    case .width(let pixels): 72 * Double(pixels) / max(width, 1)
    }
  }
}
