internal import GraphModel

/// The columns of a row with the same shade, as one area.
struct TimelineRun {
  /// From 0, never firing, to ``shades``, firing in every example; ``notANumber`` where that cannot
  /// be told.
  let shade: Int
  private(set) var columns: Range<Int>
  private(set) var lowest: Double
  private(set) var highest: Double

  static let shades = 20
  static let notANumber = shades + 1

  static func runs(of neuron: Int, in layout: TimelineLayout) -> [TimelineRun] {
    var runs: [TimelineRun] = []
    for column in 0..<layout.columnCount {
      let shares = layout.steps(inColumn: column).map { layout.history.fires[$0][neuron] }
      let mean = shares.reduce(0, +) / Double(max(shares.count, 1))
      let run = TimelineRun(
        shade: mean.isFinite ? Int((mean * Double(shades)).rounded(.up)) : notANumber,
        columns: column..<column + 1,
        lowest: shares.min() ?? 0, highest: shares.max() ?? 0)
      if runs.last?.shade == run.shade {
        runs[runs.count - 1].join(run)
      } else {
        runs.append(run)
      }
    }
    return runs
  }

  private mutating func join(_ other: TimelineRun) {
    columns = columns.lowerBound..<other.columns.upperBound
    lowest = min(lowest, other.lowest)
    highest = max(highest, other.highest)
  }
}
