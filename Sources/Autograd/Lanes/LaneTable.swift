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
    let lanes: Range<Int>
    let tiles: [Tile]
  }

  /// How many examples there are.
  public let count: Int
  let blocks: [Block]
  /// The program of each lane.
  let programs: [Int32]

  static let blockLength = 256

  /// Lays `lanes` out.
  public init(_ lanes: [Lane]) {
    count = lanes.count
    programs = lanes.map { Int32($0.program) }
    let starts = Array(stride(from: 0, to: lanes.count, by: Self.blockLength))
    blocks = starts.reversed().map { start in
      let range = start..<min(start + Self.blockLength, lanes.count)
      return Block(lanes: range, tiles: Self.tiles(lanes, range))
    }
  }

  private static func tiles(_ lanes: [Lane], _ range: Range<Int>) -> [Tile] {
    let groups = Dictionary(grouping: range) { lanes[$0].program }
    return groups.sorted { $0.key < $1.key }.flatMap { program, members in
      stride(from: 0, to: members.count, by: LaneVector.scalarCount).map { start in
        let own = Array(members[start..<min(start + LaneVector.scalarCount, members.count)])
        let padded = own + Array(repeating: own[own.count - 1], count: 8 - own.count)
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
