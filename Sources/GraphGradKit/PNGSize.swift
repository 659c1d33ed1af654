internal import Graphviz

/// How large a drawing is as pixels.
public enum PNGSize: Sendable, Equatable {
  /// As large as its SVG at ``Layout/standardDotsPerInch``, where a point of 1/72 inch has 4/3 pixels.
  case standard
  /// So many pixels an inch.
  case dotsPerInch(Double)
  /// So many pixels from left to right.
  case width(Int)

  /// Cairo draws no more pixels in a row or a column.
  public static let sideLimit = 32_000
  /// A picture of more pixels would take a gigabyte of memory and more.
  public static let areaLimit = 200_000_000

  /// - Parameter width: of the drawing, in points.
  func dotsPerInch(width: Double) -> Double {
    switch self {
    case .standard: Layout.standardDotsPerInch
    case .dotsPerInch(let density): density
    case .width(let pixels): 72 * Double(pixels) / max(width, 1)
    }
  }

  /// Whether a picture of so many pixels can be drawn.
  public static func fits(_ pixels: (width: Double, height: Double)) -> Bool {
    max(pixels.width, pixels.height) <= Double(sideLimit)
      && pixels.width * pixels.height <= Double(areaLimit)
  }
}

extension Drawing {
  /// The smaller size at which a drawing that is too large for a PNG can be read all the same; `nil`
  /// for one that is not too large, or could not be read.
  ///
  /// Letters of half their usual size are the smallest.
  public var readablePNGSize: PNGSize? {
    let pixels = pixels(.standard)
    guard !PNGSize.fits(pixels) else { return nil }
    let scale = min(
      Double(PNGSize.sideLimit) / max(pixels.width, pixels.height),
      (Double(PNGSize.areaLimit) / (pixels.width * pixels.height)).squareRoot())
    let density = (Layout.standardDotsPerInch * scale).rounded(.down)
    return density >= Layout.standardDotsPerInch / 2 ? .dotsPerInch(density) : nil
  }
}
