/// Where panels and what is in them stand; lengths are points.
struct PlotLayout {
  static let left = 58.0
  static let right = 112.0
  static let top = 26.0
  static let bottom = 46.0
  static let head = 48.0
  static let usual = (width: 400.0, height: 260.0)

  let plot: Plot
  private let sizes: [(width: Double, height: Double)]

  init(_ plot: Plot) {
    self.plot = plot
    sizes = plot.panels.map(Self.size)
  }

  /// Of the area between the axes.
  private static func size(_ panel: Plot.Panel) -> (width: Double, height: Double) {
    if !panel.x.names.isEmpty, !panel.y.names.isEmpty {
      return (
        Double(panel.x.names.count) * panel.pitch, Double(panel.y.names.count) * panel.pitch
      )
    }
    guard panel.isEqual else { return usual }
    let ratio = (panel.y.highest - panel.y.lowest) / (panel.x.highest - panel.x.lowest)
    let width = min(340, 340 / max(ratio, 0.2))
    return (max(width, 60), min(340, max(width * ratio, 40)))
  }

  private var columnWidths: [Double] {
    (0..<plot.columns).map { column in
      let own = stride(from: column, to: sizes.count, by: plot.columns).map { sizes[$0].width }
      return own.isEmpty ? 0 : (own.max() ?? 0) + Self.left + Self.right
    }
  }

  private var rowHeights: [Double] {
    stride(from: 0, to: sizes.count, by: plot.columns).map { start in
      let row = sizes[start..<min(start + plot.columns, sizes.count)]
      return (row.map(\.height).max() ?? 0) + Self.top + Self.bottom
    }
  }

  var width: Double { max(columnWidths.reduce(0, +), 480) }
  var height: Double { Self.head + rowHeights.reduce(0, +) }

  /// The area between the axes of a panel.
  func frame(_ panel: Int) -> (x: Double, y: Double, width: Double, height: Double) {
    let x = columnWidths.prefix(panel % plot.columns).reduce(0, +) + Self.left
    let y = rowHeights.prefix(panel / plot.columns).reduce(0, +) + Self.head + Self.top
    return (x, y, sizes[panel].width, sizes[panel].height)
  }

  /// Where a point of a panel stands; `nil` if it has no place on an axis.
  func place(_ point: Plot.Point, in panel: Int) -> Canvas.Point? {
    let (frame, axes) = (frame(panel), plot.panels[panel])
    guard let x = axes.x.share(point.x), let y = axes.y.share(point.y) else { return nil }
    return Canvas.Point(
      x: frame.x + x * frame.width, y: frame.y + (1 - y) * frame.height)
  }
}
