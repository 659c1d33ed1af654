/// What has to be computed again when values are replaced in all lanes.
public struct LaneReplacement: Sendable {
  /// Where the values are.
  let slots: [Int32]
  /// The steps that depend on them.
  let steps: [Int32]
  /// Where their results are.
  let results: [Int32]
  /// The steps after which a value has to be replaced again, because they computed it: one of the
  /// values depends on another.
  let overwriting: Set<Int32>

  init(_ plan: LanePlan, at positions: [Int]) {
    slots = positions.map { plan.slots[$0] }
    var isReplaced = [Bool](repeating: false, count: plan.slotCount)
    for slot in slots { isReplaced[Int(slot)] = true }
    var isChanged = isReplaced
    var steps: [Int32] = []
    var results: [Int32] = []
    var overwriting: Set<Int32> = []
    for (index, step) in plan.steps.enumerated() {
      guard let outs = plan.results(of: step, ifChanged: isChanged) else { continue }
      steps.append(Int32(index))
      results += outs
      for out in outs {
        isChanged[Int(out)] = true
        if isReplaced[Int(out)] { overwriting.insert(Int32(index)) }
      }
    }
    self.steps = steps
    self.results = results
    self.overwriting = overwriting
  }
}

extension LanePlan {
  /// The slots that a step writes; `nil` if it reads none of those changed.
  fileprivate func results(of step: Step, ifChanged isChanged: [Bool]) -> [Int32]? {
    guard step.matrix >= 0 else {
      if step.op.takesArguments {
        return isChanged[Int(step.x)..<Int(step.x + step.y)].contains(true) ? [step.out] : nil
      }
      return isChanged[Int(step.x)] || isChanged[Int(step.y)] ? [step.out] : nil
    }
    let matrix = matrices[Int(step.matrix)]
    let inputs = list(matrix.inputs, matrix.inputCount)
    guard inputs.contains(where: { isChanged[Int($0)] }) else { return nil }
    return Array(list(matrix.sums, matrix.rowCount))
  }
}

extension LaneBatch {
  /// What has to be computed again when the values at `positions` of a program are replaced.
  ///
  /// - Precondition: those of outputs, the loss, or values that are kept.
  public func replacement(at positions: [Int], program: Int) -> LaneReplacement {
    LaneReplacement(plans[program], at: positions)
  }

  /// Computes the values of all lanes, and then again with one value, or some together, replaced
  /// after the other.
  ///
  /// A lane in which the values are already the number stays as it is, to the bit.
  ///
  /// - Parameters:
  ///   - replacements: of each program the values to replace.
  ///   - numbers: what each is replaced by.
  ///   - begin: sees the values of a tile as they are.
  ///   - visit: sees them with the values of this place in `replacements` replaced; not called
  ///     where they are the number already in every lane.
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
