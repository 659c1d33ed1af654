import GraphModel
import Testing

@testable import Diagrams

@Suite("sheets of small pictures") struct TileTests {
  private static func sheet(
    _ rows: [[Double]], scale: TileSheet.Scale, hasNumbers: Bool = false, tiles: Int = 1
  ) -> TileSheet {
    let names = rows.enumerated().map { row, numbers in
      numbers.indices.map { "row \(row + 1), column \($0 + 1)" }
    }
    let tile = TileSheet.Tile(
      heading: "filter2", grids: [TileSheet.Grid(rows: rows, names: names)], lines: ["a < b"])
    return TileSheet([
      TileSheet.Section(
        title: "s", scale: scale, hasNumbers: hasNumbers,
        tiles: Array(repeating: tile, count: tiles))
    ])
  }

  private static func diagram(_ sheet: TileSheet) -> TileDiagram {
    TileDiagram(sheet, caption: Caption(title: "t"), theme: .standard, prefix: "g")
  }

  @Test("the sign of a cell is there without its colour", arguments: [true, false])
  func signs(_ hasNumbers: Bool) {
    let sheet = Self.sheet(
      [[1, -1], [0, -1e-9]], scale: .signed(largest: 1), hasNumbers: hasNumbers)
    let words = Self.diagram(sheet).cells.map(\.words)
    #expect(words == (hasNumbers ? ["1.00", "−1.00", "0", "−1.0e−9"] : ["", "−", "0", "−"]))
  }

  @Test("a share has its mark where it is not 0, however small") func shares() {
    var sheet = Self.sheet([[0, 1e-9], [0.5, 1]], scale: .share)
    sheet.sections[0].tiles[0].grids[0].marks = [["a", "b"], ["c", "d"]]
    let cells = Self.diagram(sheet).cells
    #expect(cells.map(\.words) == ["", "b", "c", "d"])
    #expect(cells.map(\.shade.name) == ["s0", "p1", "p6", "p12"])
  }

  @Test("what is not 0 is not shaded like 0, the larger the stronger, and none is told")
  func shades() {
    func shade(_ number: Double) -> String { TileShade(number, .signed(largest: 2)).name }
    #expect([0.0, 1e-9, 1, 2, -1e-9, -2].map(shade) == ["s0", "p1", "p6", "p12", "n1", "n12"])
    #expect(shade(.nan) == "x" && shade(-.infinity) == "x")
    #expect(TileShade(3, .signed(largest: 0)).name == "s0")
    #expect([0, 0.5, 1].map { TileShade($0, .grey(from: 0, to: 1)).name } == ["k0", "k6", "k12"])
    #expect(TileShade(4, .grey(from: 4, to: 4)).name == "k0")
  }

  @Test("numbers can be read on every shade they are written on") func contrast() {
    let theme = Theme.standard
    for shade in TileShade.all where !shade.name.hasPrefix("k") {
      for tone in [\Color.light, \Color.dark] {
        let ratio = Luminance.contrast(theme.ink[keyPath: tone], shade.color(theme)[keyPath: tone])
        #expect(ratio >= 4.5, "\(shade.name): \(ratio)")
      }
    }
  }

  @Test("each cell has its number in words, and words are escaped") func words() {
    let diagram = Self.diagram(
      Self.sheet([[0.25, -3]], scale: .signed(largest: 3), hasNumbers: true))
    #expect(diagram.slotTexts.contains("row 1, column 2: -3.0"))
    #expect(diagram.slotTexts.contains("node cell n12"))
    let dot = diagram.dot(placement: [:])
    #expect(dot.contains(">filter 2<") && dot.contains(">a &lt; b<"))
  }

  @Test("tiles stand in rows and never on each other", arguments: [1, 7, 30]) func places(
    _ count: Int
  ) {
    let sheet = Self.sheet(
      Array(repeating: [1, 2, 3, 4, 5, 6, 7, 8], count: 8), scale: .grey(from: 0, to: 8),
      tiles: count)
    let layout = TileLayout(sheet)
    let size = TileLayout.size(sheet.sections[0].tiles[0], in: sheet.sections[0])
    let corners = layout.corners[0]
    #expect(corners.count == count)
    for (place, one) in corners.enumerated() {
      #expect(one.x + size.width <= layout.width && one.y + size.height <= layout.height)
      for other in corners[..<place] {
        #expect(abs(one.x - other.x) >= size.width || abs(one.y - other.y) >= size.height)
      }
    }
  }

  @Test("a tile with a mark has a frame") func mark() {
    var sheet = Self.sheet([[0, 1]], scale: .grey(from: 0, to: 1))
    #expect(!Self.diagram(sheet).dot(placement: [:]).contains("class=\"mark\""))
    sheet.sections[0].tiles[0].isMarked = true
    #expect(Self.diagram(sheet).dot(placement: [:]).contains("class=\"mark\""))
  }
}
