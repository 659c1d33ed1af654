internal import Randomness

/// Draws strokes into a picture of 8 × 8, in its own hand: place, size, slant, turn, thickness.
struct DigitPen {
  static let side = 8

  /// Where the middle of the digit comes to lie, in pixels.
  private let middle: Point
  /// Pixels for the width and for the height of the box in which strokes are described.
  private let scale: Point
  private let slant: Double
  private let turn: (cosine: Double, sine: Double)
  /// Half the width of the line, in pixels.
  private let halfWidth: Double

  init(random: inout some RandomNumberGenerator) {
    let center = Double(Self.side) / 2
    middle = Point(
      x: center + random.uniform(-0.6, 0.6), y: center + random.uniform(-0.5, 0.5))
    scale = Point(x: random.uniform(3.6, 5), y: random.uniform(5.2, 6.4))
    slant = random.uniform(-0.25, 0.35)
    let angle = random.uniform(-0.15, 0.15)
    // To the second order, which is exact enough for so small an angle.
    turn = (1 - angle * angle / 2, angle)
    halfWidth = random.uniform(0.35, 0.65)
  }

  /// How much ink each pixel gets, from 0 to 1, row by row.
  func pixels(_ strokes: [[Point]]) -> [Double] {
    let lines = strokes.flatMap { stroke in
      zip(stroke, stroke.dropFirst()).map { (placed($0), placed($1)) }
    }
    return (0..<Self.side * Self.side).map { index in
      let center = Point(
        x: Double(index % Self.side) + 0.5, y: Double(index / Self.side) + 0.5)
      let distance = lines.map { center.distance(toLineFrom: $0, to: $1) }.min() ?? .infinity
      return min(1, max(0, halfWidth + 0.5 - distance))
    }
  }

  private func placed(_ point: Point) -> Point {
    let y = (point.y - 0.5) * scale.y
    let x = (point.x - 0.5) * scale.x - slant * y
    return Point(
      x: middle.x + turn.cosine * x - turn.sine * y,
      y: middle.y + turn.sine * x + turn.cosine * y)
  }
}

/// A place in a picture; y goes down.
struct Point {
  let x: Double
  let y: Double

  /// The distance to the nearest point of a line.
  func distance(toLineFrom start: Point, to end: Point) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let square = dx * dx + dy * dy
    let along = square == 0 ? 0 : ((x - start.x) * dx + (y - start.y) * dy) / square
    let share = min(1, max(0, along))
    let (left, up) = (x - start.x - share * dx, y - start.y - share * dy)
    return (left * left + up * up).squareRoot()
  }
}
