/// Examples laid out to be run: in tiles of eight that share a program.
///
/// Tiles stand in blocks, from the last examples to the first, because gradients are summed in that
/// order.
public struct LaneTable: Sendable {
  /// Up to eight lanes of one program.
  struct Tile: Sendable {
    let program: Int
    /// Which lanes, by their numbers in the table; the last one is repeated up to eight.
    let lanes: [Int32]
    /// How many of them count.
    let count: Int
    /// Their inputs and targets, slot by slot.
    let given: [LaneVector]
  }

  /// Consecutive lanes with their tiles.
  struct Block: Sendable {
    let tiles: [Tile]
    /// Where each lane stands among the places of all tiles, from the last lane to the first.
    let order: [Place]
  }

  /// A lane's place in a block, counted over its tiles, and its program.
  struct Place: Sendable {
    let index: Int32
    let program: Int32
  }

  /// How many examples there are.
  public let count: Int
  let blocks: [Block]

  static let blockLength = 256

  /// Lays `lanes` out.
  public init(_ lanes: [Lane]) {
    count = lanes.count
    let starts = Array(stride(from: 0, to: lanes.count, by: Self.blockLength))
    blocks = starts.reversed().map { start in
      let range = start..<min(start + Self.blockLength, lanes.count)
      return Block(Self.tiles(lanes, range))
    }
  }

  private static func tiles(_ lanes: [Lane], _ range: Range<Int>) -> [Tile] {
    let groups = Dictionary(grouping: range) { lanes[$0].program }
    return groups.sorted { $0.key < $1.key }.flatMap { program, members in
      stride(from: 0, to: members.count, by: LaneVector.scalarCount).map { start in
        let own = Array(members[start..<min(start + LaneVector.scalarCount, members.count)])
        let padded =
          own + Array(repeating: own[own.count - 1], count: LaneVector.scalarCount - own.count)
        let rows = padded.map { lanes[$0].inputs + lanes[$0].targets }
        return Tile(
          program: program, lanes: padded.map(Int32.init), count: own.count,
          given: rows[0].indices.map { slot in
            var vector = LaneVector()
            for lane in padded.indices { vector[lane] = rows[lane][slot] }
            return vector
          })
      }
    }
  }
}

extension LaneTable.Block {
  fileprivate init(_ tiles: [LaneTable.Tile]) {
    self.tiles = tiles
    var places: [(lane: Int32, place: LaneTable.Place)] = []
    for (number, tile) in tiles.enumerated() {
      for place in 0..<tile.count {
        let index = Int32(number * LaneVector.scalarCount + place)
        places.append((tile.lanes[place], .init(index: index, program: Int32(tile.program))))
      }
    }
    order = places.sorted { $0.lane > $1.lane }.map(\.place)
  }

  /// The most places a block has: of each program one tile may be filled in part.
  static func placeLimit(programs: Int) -> Int {
    LaneTable.blockLength + programs * LaneVector.scalarCount
  }
}
