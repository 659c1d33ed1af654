/// Words at the end of a line.
struct PlotLabel {
  let words: String
  let series: Int
  /// The middle of the words, in points from the top.
  var y: Double

  /// The labels in their order from the top, each at least `distance` below the one before, and none
  /// below `bottom`.
  static func spread(
    _ labels: [PlotLabel], by distance: Double, above bottom: Double = .infinity
  ) -> [PlotLabel] {
    var spread = labels.sorted { $0.y < $1.y }
    for index in spread.indices.dropFirst() {
      spread[index].y = max(spread[index].y, spread[index - 1].y + distance)
    }
    var lowest = bottom
    for index in spread.indices.reversed() {
      spread[index].y = min(spread[index].y, lowest)
      lowest = spread[index].y - distance
    }
    return spread
  }
}
