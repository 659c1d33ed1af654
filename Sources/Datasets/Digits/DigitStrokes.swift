#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How each digit is written, in a box of width and height 1 whose y goes down.
enum DigitStrokes {
  /// The lines of a digit from 0 to 9.
  static func of(_ digit: Int) -> [[Point]] {
    switch digit {
    case 0: [arc(0.5, 0.5, 0.42, 0.5, 0, 360)]
    case 1: [lines((0.25, 0.25), (0.55, 0), (0.55, 1))]
    case 2: [arc(0.5, 0.28, 0.4, 0.28, 190, 390) + lines((0.08, 1), (0.95, 1))]
    case 3: [arc(0.45, 0.25, 0.4, 0.25, 200, 450), arc(0.45, 0.75, 0.45, 0.25, 270, 515)]
    case 4: [lines((0.7, 1), (0.7, 0), (0.05, 0.68), (1, 0.68))]
    case 5:
      [lines((0.9, 0), (0.15, 0), (0.12, 0.45)) + arc(0.48, 0.68, 0.44, 0.32, 220, 500)]
    case 6: [arc(0.75, 0.7, 0.68, 0.7, 265, 180) + arc(0.5, 0.7, 0.43, 0.3, 180, 540)]
    case 7: [lines((0.05, 0), (0.95, 0), (0.4, 1))]
    case 8: [arc(0.5, 0.25, 0.34, 0.25, 0, 360), arc(0.5, 0.75, 0.43, 0.25, 0, 360)]
    default: [arc(0.48, 0.3, 0.4, 0.3, 0, 360) + lines((0.88, 0.3), (0.7, 1))]
    }
  }

  private static func lines(_ points: (Double, Double)...) -> [Point] {
    points.map { Point(x: $0.0, y: $0.1) }
  }

  /// A part of an ellipse about (x, y), between two angles in degrees: 0 is right, 90 down.
  private static func arc(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ from: Double, _ to: Double
  ) -> [Point] {
    (0...16).map { step in
      let angle = (from + (to - from) * Double(step) / 16) * .pi / 180
      return Point(x: x + width * cos(angle), y: y + height * sin(angle))
    }
  }
}
