/// What has to be computed again when a value is replaced in all lanes.
public struct LaneReplacement: Sendable {
  /// Where the value is.
  let slot: Int32
  /// The steps that depend on it.
  let steps: [Int32]
  /// Where their results are.
  let results: [Int32]

  init(_ plan: LanePlan, at position: Int) {
    slot = plan.slots[position]
    var isChanged = [Bool](repeating: false, count: plan.slotCount)
    isChanged[Int(slot)] = true
    var steps: [Int32] = []
    var results: [Int32] = []
    for (index, step) in plan.steps.enumerated() {
      let outs: [Int32]
      if step.matrix >= 0 {
        let matrix = plan.matrices[Int(step.matrix)]
        guard plan.list(matrix.inputs, matrix.inputCount).contains(where: { isChanged[Int($0)] })
        else { continue }
        outs = Array(plan.list(matrix.sums, matrix.rowCount))
      } else {
        guard isChanged[Int(step.x)] || isChanged[Int(step.y)] else { continue }
        outs = [step.out]
      }
      steps.append(Int32(index))
      results += outs
      for out in outs { isChanged[Int(out)] = true }
    }
    self.steps = steps
    self.results = results
  }
}

extension LaneBatch {
  /// What has to be computed again when the value at `position` of a program is replaced.
  ///
  /// - Precondition: that of an output, the loss, or a value that is kept.
  public func replacement(at position: Int, program: Int) -> LaneReplacement {
    LaneReplacement(plans[program], at: position)
  }

  /// Computes the values of all lanes, and then again with one value after the other replaced.
  ///
  /// A lane in which the value is already the number stays as it is, to the bit.
  ///
  /// - Parameters:
  ///   - replacements: of each program the values to replace.
  ///   - numbers: what each is replaced by.
  ///   - begin: sees the values of a tile as they are.
  ///   - visit: sees them with the value of this place in `replacements` replaced; not called where
  ///     it is the number already in every lane.
  public mutating func sweep(
    _ table: LaneTable, _ replacements: [[LaneReplacement]], by numbers: [Double],
    _ begin: (borrowing LaneTile) -> Void, _ visit: (Int, borrowing LaneTile) -> Void
  ) {
    for tile in table.blocks.reversed().flatMap(\.tiles) {
      forward(tile)
      tiles[tile.program].sweep(
        plans[tile.program], tile, replacements[tile.program], by: numbers, begin, visit)
    }
  }
}
