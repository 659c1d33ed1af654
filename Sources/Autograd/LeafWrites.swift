internal import Refusal

/// Between which positions values may stand that were computed from a leaf before it was set.
///
/// What is recorded after a leaf was set knows its new number, so only values behind the leaf and
/// before the end of the tape at that time can be out of date. Whether one is, is found out when a
/// root is asked for that reaches back to them: by computing it again.
struct LeafWrites {
  private var start = Int.max
  private var end = 0
  /// So many values at the beginning of the tape are known to be leaves.
  private var leaves = 0

  /// Notes that the leaf at `position` was set when the tape had `count` values.
  @inline(__always)
  mutating func note(_ position: Int, count: Int) {
    start = min(start, position + 1)
    end = max(end, count)
  }

  /// Notes that everything from `position` on has been forgotten.
  mutating func cut(at position: Int) {
    end = min(end, position)
    leaves = min(leaves, position)
  }

  /// Whether values up to `root` can be out of date; an optimiser's step on parameters at the
  /// beginning of the tape, before which all that used them was forgotten, leaves none that can.
  mutating func mayReach(_ root: Int, _ instructions: UnsafePointer<Instruction>) -> Bool {
    guard start < end else { return false }
    while leaves < end, instructions[leaves].op.arity == 0 { leaves += 1 }
    guard leaves < end else {
      (start, end) = (.max, 0)
      return false
    }
    return start <= root
  }

  /// The first of the nodes in `order` that is another number than its operands now give.
  func firstOutdated(
    in order: [Int32], _ instructions: UnsafePointer<Instruction>, _ data: UnsafePointer<Double>
  ) -> Int? {
    for node in order {
      let node = Int(node)
      guard start <= node, node < end, instructions[node].op.arity > 0 else { continue }
      let number = instructions[node].op.evaluate(
        data[instructions[node].x], data[instructions[node].y])
      let isSame =
        number.bitPattern == data[node].bitPattern || number.isNaN && data[node].isNaN
      if !isSame { return node }
    }
    return nil
  }
}

extension TapeStorage {
  /// Stops if one of the nodes in `order`, what `root` was computed from, is out of date.
  @inline(__always)
  mutating func refuseOutdated(_ root: Int, _ order: @autoclosure () -> [Int32]) {
    guard writes.mayReach(root, instructions) else { return }
    if let node = writes.firstOutdated(in: order(), instructions, data) {
      refuseOutdated(root, from: node)
    }
  }

  private func refuseOutdated(_ root: Int, from node: Int) -> Never {
    let leaves = Set(instructions[node].operands).filter {
      [.input, .parameter].contains(instructions[$0].op)
    }
    let names = leaves.sorted().map(label(of:)).joined(separator: " or ")
    refuse(
      """
      \(names.isEmpty ? "a leaf" : names) was set after \(label(of: root)) had been computed from it, so \
      the gradients would be those of no function. Call backward(), draw, or take a Program before \
      optimizer.update(…) or a change of data; after it, record again
      """)
  }
}
