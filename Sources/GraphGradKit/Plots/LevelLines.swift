internal import Diagrams

/// Lines along which a number over a plane is the same, by marching squares.
struct LevelLines {
  /// The places of the grid's columns and rows, in order.
  let xs: [Double], ys: [Double]
  /// The number at each of `ys` for each of `xs`.
  let numbers: [[Double]]

  /// A side of a cell, from a grid point to its right or upper neighbour.
  private struct Side: Hashable {
    let row: Int, column: Int
    let isLying: Bool
  }

  /// The lines of a level, each from end to end; closed ones end where they begin.
  func lines(at level: Double) -> [[Plot.Point]] {
    var order: [Side] = []
    var neighbours: [Side: [Side]] = [:]
    for (first, second) in pieces(at: level) {
      for (side, other) in [(first, second), (second, first)] {
        if neighbours[side] == nil { order.append(side) }
        neighbours[side, default: []].append(other)
      }
    }
    // What has an end is walked from there, before the closed ones.
    let ends = order.filter { neighbours[$0]?.count == 1 }
    return (ends + order).compactMap { start in
      guard neighbours[start] != nil else { return nil }
      return Self.walk(from: start, &neighbours).map { point($0, level) }
    }
  }

  private static func walk(from start: Side, _ neighbours: inout [Side: [Side]]) -> [Side] {
    var path = [start]
    var isClosed = false
    while let next = neighbours.removeValue(forKey: path[path.count - 1]) {
      isClosed = path.count > 2 && next.contains(start)
      guard let step = next.first(where: { neighbours[$0] != nil }) else { break }
      path.append(step)
    }
    return isClosed ? path + [start] : path
  }

  /// In each cell the sides that a line enters and leaves by.
  private func pieces(at level: Double) -> [(Side, Side)] {
    var pieces: [(Side, Side)] = []
    for row in ys.indices.dropLast() {
      for column in xs.indices.dropLast() { pieces += piecesOfCell(row, column, level) }
    }
    return pieces
  }

  private func piecesOfCell(_ row: Int, _ column: Int, _ level: Double) -> [(Side, Side)] {
    let corners = [
      numbers[row][column], numbers[row][column + 1], numbers[row + 1][column + 1],
      numbers[row + 1][column],
    ]
    guard corners.allSatisfy(\.isFinite) else { return [] }
    let sides = [
      Side(row: row, column: column, isLying: true),
      Side(row: row, column: column + 1, isLying: false),
      Side(row: row + 1, column: column, isLying: true),
      Side(row: row, column: column, isLying: false),
    ]
    let isAbove = corners.map { $0 >= level }
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
    if crossed.count == 2 { return [(sides[crossed[0]], sides[crossed[1]])] }
    guard crossed.count == 4 else { return [] }
    // A saddle: its middle tells which two corners belong together.
    let isMiddleAbove = corners.reduce(0, +) / 4 >= level
    return isMiddleAbove == isAbove[0]
      ? [(sides[0], sides[1]), (sides[2], sides[3])]
      : [(sides[3], sides[0]), (sides[1], sides[2])]
  }

  private func point(_ side: Side, _ level: Double) -> Plot.Point {
    let (row, column) = (side.row, side.column)
    let low = numbers[row][column]
    let high = side.isLying ? numbers[row][column + 1] : numbers[row + 1][column]
    let share = (level - low) / (high - low)
    return side.isLying
      ? Plot.Point(xs[column] + share * (xs[column + 1] - xs[column]), ys[row])
      : Plot.Point(xs[column], ys[row] + share * (ys[row + 1] - ys[row]))
  }
}
