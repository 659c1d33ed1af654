internal import Datasets
internal import Diagrams

/// Numbers of two inputs at which a network is tried: all over the box of examples and a tenth around
/// it.
struct InputGrid {
  /// The numbers of the first input, and of the second.
  let xs: [Double], ys: [Double]

  /// How many numbers of each input are tried.
  static let resolution = 160

  init(around examples: [Example]) {
    xs = Self.tried(examples.map { $0.inputs[0] })
    ys = Self.tried(examples.map { $0.inputs[1] })
  }

  private static func tried(_ numbers: [Double]) -> [Double] {
    let fit = numbers.filter(\.isFinite)
    let (low, high) = (fit.min() ?? 0, fit.max() ?? 1)
    let room = high > low ? (high - low) / 10 : 1
    let step = (high - low + 2 * room) / Double(resolution - 1)
    return (0..<resolution).map { low - room + step * Double($0) }
  }

  /// All pairs, row by row.
  var inputs: [[Double]] { ys.flatMap { y in xs.map { [$0, y] } } }

  /// What belongs to each pair, row by row.
  func rows<Element>(_ elements: [Element]) -> [[Element]] {
    ys.indices.map { row in Array(elements[row * xs.count..<(row + 1) * xs.count]) }
  }

  /// An axis over the numbers of an input, half a step longer at both ends.
  static func axis(_ label: String, _ numbers: [Double]) -> PlotAxis {
    let half = (numbers[1] - numbers[0]) / 2
    return PlotAxis(label, from: numbers[0] - half, to: numbers[numbers.count - 1] + half)
  }
}
