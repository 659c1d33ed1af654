internal import GraphModel

/// Small pictures of cells side by side, with words.
struct TileDiagram: DiagramContent {
  let sheet: TileSheet
  let layout: TileLayout
  let caption: Caption
  let theme: Theme
  let prefix: String
  let isPlaced = true

  init(_ sheet: TileSheet, caption: Caption, theme: Theme, prefix: String) {
    self.sheet = sheet
    layout = TileLayout(sheet)
    self.caption = caption
    self.theme = theme
    self.prefix = prefix
  }

  /// A cell with its place in the sheet.
  struct Cell {
    let id: String
    let number: Double
    let name: String
    let shade: TileShade
    let corner: Canvas.Point
    let side: Double
    /// What is written in it.
    let words: String
  }

  var detail: String { caption.shownDetail }
  var boxCount: Int { cells.count }
  var size: Int { boxCount }

  /// All cells, section by section.
  var cells: [Cell] {
    var cells: [Cell] = []
    for (part, section) in sheet.sections.enumerated() {
      for (place, tile) in section.tiles.enumerated() {
        for (index, grid) in tile.grids.enumerated() {
          let corner = TileLayout.corner(ofGrid: index, tile, in: section)
          let origin = layout.corners[part][place]
          cells += self.cells(
            grid, in: section, Canvas.Point(x: origin.x + corner.x, y: origin.y + corner.y),
            "\(prefix)_c\(part)_\(place)_\(index)")
        }
      }
    }
    return cells
  }

  private func cells(
    _ grid: TileSheet.Grid, in section: TileSheet.Section, _ corner: Canvas.Point, _ id: String
  ) -> [Cell] {
    let side = TileLayout.side(in: section)
    return zip(grid.rows, grid.names).enumerated().flatMap { row, pair in
      zip(pair.0, pair.1).enumerated().map { column, cell in
        Cell(
          id: "\(id)_\(row)_\(column)", number: cell.0, name: cell.1,
          shade: TileShade(cell.0, section.scale),
          corner: Canvas.Point(
            x: corner.x + Double(column) * side, y: corner.y + Double(row) * side),
          side: side,
          words: grid.marks.map { cell.0 == 0 ? "" : $0[row][column] }
            ?? Self.words(cell.0, in: section))
      }
    }
  }

  /// The number, or the sign by which a cell below 0 is known where colours cannot be told apart.
  static func words(_ number: Double, in section: TileSheet.Section) -> String {
    if section.hasNumbers { return NumberFormat.short(number) }
    guard case .signed = section.scale else { return "" }
    return number < 0 ? "−" : number == 0 ? "0" : ""
  }

  var parts: [String: Part] {
    var slots = SlotCounter()
    var parts = [
      "\(prefix)_detail": Part(
        classSlot: slots.take(), titleSlot: slots.take(),
        lines: [Part.Line(kind: "w", slot: SlotCounter.detail)])
    ]
    for cell in cells { parts[cell.id] = Part(classSlot: slots.take(), titleSlot: slots.take()) }
    return parts
  }

  func write(_ texts: inout SlotTexts) {
    let titles = sheet.sections.map(\.title).filter { !$0.isEmpty }
    let description = ([caption.title, detail] + titles).filter { !$0.isEmpty }
    for text in [detail, description.joined(separator: "; "), "node detail", ""] {
      texts.add(Escaping.markup(text))
    }
    for cell in cells {
      texts.add("node cell \(cell.shade.name)")
      texts.add(Escaping.markup("\(cell.name): \(NumberFormat.exact(cell.number))"))
    }
  }
}
