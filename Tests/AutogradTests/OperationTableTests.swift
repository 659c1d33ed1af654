import Testing

@testable import Autograd

/// Every operation against numbers that nothing of this package has computed.
@Suite("Operations and mpmath") struct OperationTableTests {
  static let operations = Op.allCases.filter { (1...2).contains($0.arity) }

  /// How many doubles a result may be away from the nearest to the exact one.
  private static func room(_ op: Op) -> UInt64 { op == .gelu || op == .power ? 4 : 2 }

  /// An operation of one or two operands; the second is not read by the first kind.
  private static func pair(_ row: ReferenceTable.Row) -> (Double, Double) {
    (row.operands[0], row.operands.count == 2 ? row.operands[1] : 0)
  }

  @Test("log Σ exp and its slopes, to two units in the last place") func logSumExp() throws {
    let rows = try ReferenceTable(.logSumExp).rows
    #expect(rows.count >= 400 && Op.allCases.filter(\.takesArguments) == [.logSumExp])
    for row in rows {
      let value = Op.logSumExp(row.operands)
      // Where powers add up to 1 but for 1e-12 and less, more digits than it keeps are lost.
      let isNear = abs(row.value) < 1e-12 && abs(value - row.value) <= 1e-30
      #expect(isNear || value.steps(to: row.value) <= 2, "\(row.operands): \(value)")
      for (part, slope) in zip(Op.softmax(row.operands), row.slopes) {
        guard let slope else { continue }
        #expect(part.steps(to: slope) <= 2, "\(row.operands): \(part), not \(slope)")
      }
    }
  }

  @Test("no operation is left out, each has 200 places and more", arguments: operations)
  func completeness(_ op: Op) throws {
    let rows = try ReferenceTable(op).rows
    #expect(rows.count >= 200)
    #expect(rows.allSatisfy { $0.operands.count == op.arity && $0.slopes.count == op.arity })
    #expect(rows.count { $0.value.isFinite } >= 120)
  }

  @Test("values, to two units in the last place, and the sign of 0", arguments: operations)
  func values(_ op: Op) throws {
    for row in try ReferenceTable(op).rows {
      let (x, y) = Self.pair(row)
      let value = op.evaluate(x, y)
      #expect(value.steps(to: row.value) <= Self.room(op), "\(op)(\(row.operands))")
      if row.value == 0 { #expect(value.sign == row.value.sign, "\(op)(\(row.operands))") }
    }
  }

  @Test("slopes, to two units in the last place", arguments: operations)
  func slopes(_ op: Op) throws {
    for row in try ReferenceTable(op).rows {
      let (x, y) = Self.pair(row)
      let parts = op.pullback(1, x, y, op.evaluate(x, y))
      for (part, slope) in zip([parts.x, parts.y], row.slopes) {
        guard let slope else { continue }
        // 1 − tanh² has the digits of 1, not its own: that is what sets it apart.
        let isNear = op == .spelledTanh && abs(part - slope) <= 4 * .ulpOfOne
        #expect(
          isNear || part.steps(to: slope) <= Self.room(op),
          "\(op)(\(row.operands)): \(part), not \(slope)")
      }
    }
  }

  @Test("exact lanes have the bits of one example by itself", arguments: operations)
  func exactLanes(_ op: Op) throws {
    for tile in Tile.of(try ReferenceTable(op).rows.map(Self.pair), op) {
      let values = op.evaluate(tile.x, tile.y)
      let parts = op.pullback(tile.gradient, tile.x, tile.y, values)
      for lane in 0..<LaneVector.scalarCount {
        let (x, y) = (tile.x[lane], tile.y[lane])
        let value = op.evaluate(x, y)
        let own = op.pullback(tile.gradient[lane], x, y, value)
        // 0 and −0 are the same to a sum of gradients, which starts from 0.
        let pairs = [(parts.x[lane] + 0, own.x + 0), (parts.y[lane] + 0, own.y + 0)]
        for (found, wanted) in [(values[lane], value)] + pairs.prefix(op.arity) {
          let isSame = found.bitPattern == wanted.bitPattern || (found.isNaN && wanted.isNaN)
          #expect(isSame, "\(op)(\(x), \(y)): \(found), not \(wanted)")
        }
      }
    }
  }

  @Test("fast lanes are within 1e-12", arguments: operations)
  func fastLanes(_ op: Op) throws {
    let rows = try ReferenceTable(op).rows
    for tile in Tile.of(rows.map(Self.pair), op) {
      let values = op.fastEvaluate(tile.x, tile.y)
      let one = LaneVector(repeating: 1)
      for needsY in [true, false] {
        let parts = op.fastPullback(one, tile.x, tile.y, values, needsY: needsY)
        for lane in 0..<min(LaneVector.scalarCount, rows.count - tile.start) {
          let row = rows[tile.start + lane]
          Self.expectNear(values[lane], row.value, "\(op)(\(row.operands))")
          for (part, slope) in zip([parts.x, parts.y].prefix(needsY ? 2 : 1), row.slopes) {
            guard let slope else { continue }
            if op == .spelledTanh, abs(part[lane] - slope) <= 4 * .ulpOfOne { continue }
            Self.expectNear(part[lane], slope, "slope of \(op)(\(row.operands))")
          }
        }
      }
    }
  }

  /// Within 1e-12 of the number, or four of the smallest numbers where digits run out.
  private static func expectNear(_ found: Double, _ wanted: Double, _ place: String) {
    if wanted.isNaN || found.isNaN || found == wanted {
      #expect(found.isNaN == wanted.isNaN, "\(place): \(found), not \(wanted)")
      return
    }
    let limit = Double.greatestFiniteMagnitude
    let (a, b) = (max(min(found, limit), -limit), max(min(wanted, limit), -limit))
    let room = max(1e-12 * abs(b), 4 * .leastNonzeroMagnitude)
    #expect(abs(a / 2 - b / 2) <= room / 2, "\(place): \(found), not \(wanted)")
  }
}

/// Eight places at once.
private struct Tile {
  let start: Int
  var x = LaneVector()
  var y = LaneVector()
  /// 0 among others.
  let gradient = LaneVector(1, 0.7, 0, -3, 1e-300, 1, 0, .infinity)

  static func of(_ places: [(Double, Double)], _ op: Op) -> [Tile] {
    // From each place on, so that each meets each gradient.
    (0..<places.count).map { start in
      var tile = Tile(start: start)
      for lane in 0..<LaneVector.scalarCount {
        (tile.x[lane], tile.y[lane]) = places[(start + lane) % places.count]
      }
      return tile
    }
  }
}
