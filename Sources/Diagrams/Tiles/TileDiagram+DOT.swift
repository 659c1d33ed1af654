internal import GraphModel

extension TileDiagram {
  func dot(placement: Diagram.Placement) -> String {
    var canvas = Canvas(width: layout.width, height: layout.height, theme: theme, prefix: prefix)
    canvas.heading(
      caption, width: layout.width, theme: theme, detailID: "\(prefix)_detail")
    for (part, section) in sheet.sections.enumerated() {
      writeHeading(section, top: layout.tops[part], &canvas)
      for (tile, corner) in zip(section.tiles, layout.corners[part]) {
        write(tile, in: section, corner, &canvas)
      }
    }
    for cell in cells { write(cell, &canvas) }
    return canvas.finish()
  }

  private var small: Canvas.TextStyle {
    Canvas.TextStyle(name: "small", size: theme.smallFontSize, color: theme.ink)
  }

  private var bold: Canvas.TextStyle {
    Canvas.TextStyle(
      name: "label", size: theme.smallFontSize + 1, color: theme.ink, isBold: true)
  }

  /// The title, and the scale that all tiles of the section share.
  private func writeHeading(
    _ section: TileSheet.Section, top: Double, _ canvas: inout Canvas
  ) {
    let room = 300.0
    canvas.text(
      Escaping.shortened(section.title, to: 54), x: 0, y: top + 8, width: room, bold)
    var x = room + 12
    for number in section.scale.samples {
      let side = 12.0
      canvas.area(
        x: x, y: top + 2, width: side, height: side,
        name: "cell \(TileShade(number, section.scale).name)",
        fill: TileShade(number, section.scale).color(theme))
      let words = NumberFormat.short(number)
      let width = 6.0 * Double(words.count) + 12
      canvas.text(words, x: x + side + 5, y: top + 8, width: width, small)
      x += side + 5 + width
    }
  }

  private func write(
    _ tile: TileSheet.Tile, in section: TileSheet.Section, _ corner: Canvas.Point,
    _ canvas: inout Canvas
  ) {
    let size = TileLayout.size(tile, in: section)
    canvas.text(
      Escaping.shortened(Wording.spaced(tile.heading), to: Int(size.width / 5.4)), x: corner.x,
      y: corner.y + 7,
      width: size.width, bold)
    for (index, grid) in tile.grids.enumerated() where !grid.label.isEmpty {
      let place = TileLayout.corner(ofGrid: index, tile, in: section)
      canvas.text(
        Escaping.shortened(grid.label, to: 9), x: corner.x + place.x,
        y: corner.y + place.y - 7, width: 60, small)
    }
    var y = corner.y + TileLayout.linesTop(tile, in: section) + 7
    let verdict = tile.verdict.map { [NeuronText.word($0) + tile.verdictNote] } ?? []
    for line in tile.lines + verdict {
      canvas.text(line, x: corner.x, y: y, width: size.width, small)
      y += TileLayout.line
    }
    if tile.isMarked { writeMark(tile, in: section, corner, &canvas) }
  }

  /// A frame around the picture.
  private func writeMark(
    _ tile: TileSheet.Tile, in section: TileSheet.Section, _ corner: Canvas.Point,
    _ canvas: inout Canvas
  ) {
    let side = TileLayout.side(in: section)
    let place = TileLayout.corner(ofGrid: 0, tile, in: section)
    let columns = Double(tile.grids[0].rows.first?.count ?? 0)
    let (left, top) = (corner.x + place.x - 3, corner.y + place.y - 3)
    let right = left + columns * side + 6
    let bottom = top + Double(tile.grids[0].rows.count) * side + 6
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    canvas.curve(
      Canvas.straight(corners.map { Canvas.Point(x: $0.0, y: $0.1) }), name: "mark",
      attributes: [("color", theme.root.stroke.light), ("penwidth", "2")])
  }

  private func write(_ cell: Cell, _ canvas: inout Canvas) {
    // A little of the ground between cells with words; pictures have none.
    let gap = cell.side > 9 ? 1.0 : 0
    canvas.area(
      x: cell.corner.x, y: cell.corner.y, width: cell.side - gap, height: cell.side - gap,
      name: "cell \(cell.shade.name)", fill: cell.shade.color(theme), id: cell.id)
    guard !cell.words.isEmpty else { return }
    canvas.text(
      cell.words, x: cell.corner.x + (cell.side - gap) / 2,
      y: cell.corner.y + (cell.side - gap) / 2, width: cell.side, anchor: .middle,
      Canvas.TextStyle(name: "number", size: 9, color: theme.ink))
  }
}

extension TileSheet.Scale {
  /// Numbers that show what its colours mean.
  var samples: [Double] {
    switch self {
    case .signed(let largest): [-largest, -largest / 2, 0, largest / 2, largest]
    case .grey(let low, let high): [low, high]
    case .share: [0, 0.25, 0.5, 1]
    }
  }
}
