internal import Refusal

/// Runs examples through the programs of a network, eight at a time.
///
/// The programs are compiled once. With ``Arithmetic/exact`` values and gradients are bit for bit
/// those of ``LaneRunner``, and sums over examples are made in its order.
public struct LaneBatch: Sendable {
  /// What is computed; all programs have the same parameters.
  public let programs: [ExampleProgram]
  let plans: [LanePlan]
  private let layout: ParameterLayout
  var tiles: [Tile]
  private var leaves: [[Double]]
  private var records: [Double]
  /// The sums of ``Arithmetic/fast``; `nil` where they are made in order.
  private var fastSums: LaneSums?

  /// Compiles `programs`; they hold the parameters they were recorded with.
  ///
  /// - Parameters:
  ///   - kept: of each program the positions of values that are to be read, beside outputs and
  ///     losses.
  ///   - arithmetic: how exactly it is computed.
  /// - Precondition: at least one program.
  public init(
    _ programs: [ExampleProgram], keeping kept: [[Int]] = [], arithmetic: Arithmetic = .exact
  ) {
    require(!programs.isEmpty, "a network needs a program to run")
    self.programs = programs
    plans = programs.indices.map { LanePlan(programs[$0], keeping: kept.isEmpty ? [] : kept[$0]) }
    layout = ParameterLayout(plans)
    tiles = plans.map { Tile($0, arithmetic) }
    fastSums = arithmetic == .fast ? LaneSums(plans) : nil
    leaves = programs.map(\.program.data)
    records = Array(
      repeating: 0,
      count: LaneTable.Block.placeLimit(programs: programs.count) * layout.width
        + ParameterSums.slack)
    for index in plans.indices { tiles[index].set(leaves[index], plans[index]) }
  }

  /// Sets the parameters, in the order of the model.
  public mutating func set(_ parameters: [Double]) {
    for (index, program) in programs.enumerated() {
      for (position, number) in zip(program.parameters, parameters) {
        leaves[index][position] = number
      }
      tiles[index].set(leaves[index], plans[index])
    }
  }

  /// Computes the values of all lanes, and shows them tile by tile.
  public mutating func forward(_ table: LaneTable, _ visit: (borrowing LaneTile) -> Void) {
    for block in table.blocks {
      for tile in block.tiles {
        forward(tile)
        tiles[tile.program].lend(plans[tile.program], tile, visit)
      }
    }
  }

  /// Computes the values of all lanes and their gradients, and adds those of the parameters to
  /// `totals`; from the last lane to the first, if exactly.
  ///
  /// - Parameter seed: the gradient of each lane's loss.
  public mutating func backward(
    _ table: LaneTable, seed: Double, addingTo totals: inout [Double],
    _ visit: (borrowing LaneTile) -> Void
  ) {
    fastSums?.clear()
    for block in table.blocks {
      for (number, tile) in block.tiles.enumerated() {
        forward(tile)
        tiles[tile.program].backward(plans[tile.program], seed: seed)
        if fastSums == nil {
          record(tile.program, from: number * LaneVector.scalarCount)
        } else {
          fastSums?.add(tiles[tile.program], program: tile.program, count: tile.count)
        }
        tiles[tile.program].lend(plans[tile.program], tile, visit)
      }
      if fastSums == nil { ParameterSums(layout, block.order).add(records, to: &totals) }
    }
    if fastSums?.areNumbers == false { sumAgain(table, seed) }
    fastSums?.add(to: &totals)
  }

  /// Makes the fast sums with a look at every gradient that is 0, which is rarely worth the time.
  private mutating func sumAgain(_ table: LaneTable, _ seed: Double) {
    fastSums?.clear()
    for block in table.blocks {
      for tile in block.tiles {
        forward(tile)
        tiles[tile.program].backward(plans[tile.program], seed: seed)
        fastSums?.add(
          tiles[tile.program], program: tile.program, count: tile.count, isGuarded: true)
      }
    }
  }

  mutating func forward(_ tile: LaneTable.Tile) {
    let plan = plans[tile.program]
    for (slot, vector) in zip(plan.given, tile.given) {
      tiles[tile.program].values[Int(slot)] = vector
    }
    tiles[tile.program].forward(plan)
  }

  /// Writes what the gradients of parameters are made of, lane by lane.
  private mutating func record(_ program: Int, from place: Int) {
    let width = layout.width
    guard width > 0 else { return }
    tiles[program].withNumbers { values, gradients in
      records.withUnsafeMutableBufferPointer { records in
        // All lanes of the tile at once, so that a bound is checked once for each.
        let rows = UnsafeMutableBufferPointer(
          rebasing: records[place * width..<(place + LaneVector.scalarCount) * width])
        guard let start = rows.baseAddress else { return }
        for (offset, entry) in layout.entries[program].enumerated() {
          let vector: LaneVector
          switch entry {
          case .value(let slot): vector = values[Int(slot)]
          case .gradient(let slot): vector = gradients[Int(slot)]
          case .product(let value, let gradient):
            vector = gradients[Int(gradient)].passed(times: values[Int(value)])
          case .nothing: continue
          }
          vector.scatter(to: start + offset, stride: width)
        }
      }
    }
  }
}

extension LaneVector {
  @inline(__always)
  fileprivate func scatter(to first: UnsafeMutablePointer<Double>, stride: Int) {
    first[0] = self[0]
    first[stride] = self[1]
    first[2 * stride] = self[2]
    first[3 * stride] = self[3]
    first[4 * stride] = self[4]
    first[5 * stride] = self[5]
    first[6 * stride] = self[6]
    first[7 * stride] = self[7]
  }
}
