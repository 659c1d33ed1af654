/// Where the tiles of a sheet and their cells stand; lengths are points.
struct TileLayout {
  static let head = 48.0
  static let sectionTitle = 30.0
  static let sectionGap = 18.0
  static let heading = 18.0
  static let label = 13.0
  static let line = 14.0
  static let gap = 22.0
  static let gridGap = 8.0
  /// Rows of tiles end before this.
  static let mostWidth = 1_000.0
  /// Pictures of a tile stand side by side up to this.
  static let mostTileWidth = 480.0
  /// Room for the words of a tile: of a verdict, or of an answer.
  private static func leastTileWidth(in section: TileSheet.Section) -> Double {
    if case .grey = section.scale { return 102 }
    return 128
  }

  let sheet: TileSheet
  /// Of each section the corners of its tiles, from the top left one of the sheet.
  private(set) var corners: [[Canvas.Point]] = []
  /// Of each section its top.
  private(set) var tops: [Double] = []
  private(set) var width = 560.0
  private(set) var height: Double

  init(_ sheet: TileSheet) {
    self.sheet = sheet
    height = Self.head
    for section in sheet.sections { place(section) }
  }

  private mutating func place(_ section: TileSheet.Section) {
    tops.append(height)
    height += Self.sectionTitle
    var corners: [Canvas.Point] = []
    var (x, rowHeight) = (0.0, 0.0)
    for tile in section.tiles {
      let size = Self.size(tile, in: section)
      if x > 0, x + size.width > Self.mostWidth {
        height += rowHeight + Self.gap
        (x, rowHeight) = (0, 0)
      }
      corners.append(Canvas.Point(x: x, y: height))
      rowHeight = max(rowHeight, size.height)
      x += size.width + Self.gap
      width = max(width, x - Self.gap)
    }
    height += rowHeight + Self.sectionGap
    self.corners.append(corners)
  }

  /// The side of a cell: with room for a number, for a minus, or for neither.
  static func side(in section: TileSheet.Section) -> Double {
    if section.hasNumbers { return 36 }
    switch section.scale {
    case .grey: return 9
    case .signed: return 16
    case .share: return 18
    }
  }

  /// Of the pictures of a tile, with their labels.
  private static func gridSize(
    _ tile: TileSheet.Tile, in section: TileSheet.Section
  ) -> (width: Double, height: Double) {
    let side = side(in: section)
    let columns = tile.grids.flatMap { $0.rows.map(\.count) }.max() ?? 0
    let label = tile.grids.allSatisfy(\.label.isEmpty) ? 0 : label
    let rows = tile.grids.map(\.rows.count).max() ?? 0
    return (Double(columns) * side, Double(rows) * side + label)
  }

  private static func gridsPerRow(_ tile: TileSheet.Tile, _ width: Double) -> Int {
    max(1, min(tile.grids.count, Int((mostTileWidth + gridGap) / (width + gridGap))))
  }

  static func size(
    _ tile: TileSheet.Tile, in section: TileSheet.Section
  ) -> (width: Double, height: Double) {
    let grid = gridSize(tile, in: section)
    let perRow = gridsPerRow(tile, grid.width)
    let rows = (tile.grids.count + perRow - 1) / perRow
    let lines = tile.lines.count + (tile.verdict == nil ? 0 : 1)
    return (
      max(leastTileWidth(in: section), Double(perRow) * (grid.width + gridGap) - gridGap),
      heading + Double(rows) * (grid.height + gridGap) + Double(lines) * line
    )
  }

  /// The top left corner of a picture's cells in its tile.
  static func corner(
    ofGrid place: Int, _ tile: TileSheet.Tile, in section: TileSheet.Section
  ) -> Canvas.Point {
    let size = gridSize(tile, in: section)
    let perRow = gridsPerRow(tile, size.width)
    let label = tile.grids.allSatisfy(\.label.isEmpty) ? 0 : label
    return Canvas.Point(
      x: Double(place % perRow) * (size.width + gridGap),
      y: heading + Double(place / perRow) * (size.height + gridGap) + label)
  }

  /// Where the lines below a tile's pictures begin.
  static func linesTop(_ tile: TileSheet.Tile, in section: TileSheet.Section) -> Double {
    let lines = tile.lines.count + (tile.verdict == nil ? 0 : 1)
    return size(tile, in: section).height - Double(lines) * line
  }
}
