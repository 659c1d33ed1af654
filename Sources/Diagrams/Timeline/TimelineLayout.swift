internal import GraphModel

/// Where the rows, columns and curves of a timeline stand; lengths are points.
struct TimelineLayout {
  static let rowHeight = 16.0
  static let layerGap = 14.0
  /// The room for a neuron's name.
  static let names = 48.0
  /// More letters of a layer's name than this are not written.
  static let mostLetters = 16
  static let plot = 720.0
  static let ends = 150.0
  static let lossTop = 86.0
  static let lossHeight = 90.0
  /// More steps than this are drawn some to a column.
  static let mostColumns = 240

  let history: FiringHistory
  /// How many steps a column holds.
  let stepsPerColumn: Int
  let columnCount: Int
  /// The top of each neuron's row.
  let rows: [Double]
  let height: Double
  /// The room for the names of layers.
  let layers: Double
  /// Where the plot begins.
  var labels: Double { layers + Self.names }
  var width: Double { labels + Self.plot + Self.ends }
  var columnWidth: Double { Self.plot / Double(columnCount) }
  static var lossBottom: Double { lossTop + lossHeight }

  init(_ history: FiringHistory) {
    self.history = history
    let count = max(history.steps.count, 1)
    stepsPerColumn = (count + Self.mostColumns - 1) / Self.mostColumns
    columnCount = (count + stepsPerColumn - 1) / stepsPerColumn
    var rows: [Double] = []
    var y = Self.lossBottom + 20
    var layer: Substring?
    for name in history.names {
      let own = name.split(separator: "/").first
      if let layer, layer != own { y += Self.layerGap }
      layer = own
      rows.append(y)
      y += Self.rowHeight
    }
    self.rows = rows
    height = y + 34
    let longest = history.names.map { Self.layer(of: $0).count }.max() ?? 0
    layers = max(44, Double(longest) * 5.2 + 7)
  }

  /// The name of a neuron's layer as it is written; empty for a neuron without one.
  static func layer(of neuron: String) -> String {
    let path = neuron.split(separator: "/")
    guard path.count > 1 else { return "" }
    return Escaping.shortened(Wording.spaced(String(path[0])), to: mostLetters)
  }

  /// The middle of a step's share of its column.
  func x(ofStep index: Int) -> Double {
    labels + (Double(index) + 0.5) * columnWidth / Double(stepsPerColumn)
  }

  func steps(inColumn column: Int) -> Range<Int> {
    column * stepsPerColumn..<min((column + 1) * stepsPerColumn, history.steps.count)
  }

  /// The loss curve, in pieces where a loss is not finite.
  var lossCurves: [[Canvas.Point]] {
    let (low, high) = lossRange
    let span = high > low ? high - low : 1
    var curves: [[Canvas.Point]] = [[]]
    for (index, loss) in history.losses.enumerated() {
      guard loss.isFinite else {
        curves.append([])
        continue
      }
      let y = Self.lossBottom - (loss - low) / span * Self.lossHeight
      curves[curves.count - 1].append(Canvas.Point(x: x(ofStep: index), y: y))
    }
    return curves.filter { $0.count > 1 }
  }

  /// From 0, or from the smallest loss where that is below 0, to the largest.
  var lossRange: (low: Double, high: Double) {
    let losses = history.losses.filter(\.isFinite)
    return (min(0, losses.min() ?? 0), losses.max() ?? 1)
  }

  /// Round numbers of steps, at most about eight.
  var ticks: [Int] {
    let steps = history.steps.compactMap(\.self)
    guard let last = steps.last else { return [] }
    let sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000]
    let size = sizes.first { last / $0 <= 8 } ?? 200_000
    return steps.indices.filter { steps[$0] == 1 || steps[$0] % size == 0 }
  }
}
