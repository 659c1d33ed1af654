/// Words at the end of a line.
struct PlotLabel {
  let words: String
  let series: Int
  /// The middle of the words, in points from the top.
  var y: Double

  /// The labels in their order from the top, each at least `distance` below the one before.
  static func spread(_ labels: [PlotLabel], by distance: Double) -> [PlotLabel] {
    var spread = labels.sorted { $0.y < $1.y }
    for index in spread.indices.dropFirst() {
      spread[index].y = max(spread[index].y, spread[index - 1].y + distance)
    }
    return spread
  }
}
