/// The order in which gradients are summed: depth first, operands left to right, then the node.
///
/// Floating-point sums depend on their order. Going back through the depth-first post-order adds a
/// node's contributions in the order of micrograd (Karpathy, 2020), which gives its digits.
struct DepthFirstOrder {
  private(set) var positions: [Int32] = []
  private var seen: [Bool]
  /// Nodes on the way down, each with how many of its operands were visited.
  private var pending: [UInt32] = []
  /// The same number for those of them that take any number of operands, in their order.
  private var argumentCounts: [Int] = []

  init(count: Int) {
    seen = Array(repeating: false, count: count)
    positions.reserveCapacity(count)
  }

  /// Appends what `root` is computed from, as far as it is not in the order yet, and `root`.
  mutating func visit(_ root: Int, _ instructions: UnsafePointer<Instruction>) {
    // Arguments come with what reads them.
    guard !seen[root], instructions[root].op != .argument else { return }
    if instructions[root].op.takesArguments { argumentCounts.append(0) }
    // Moved out, so that other methods can be lent it.
    var seen = self.seen
    self.seen = []
    defer { self.seen = seen }
    seen.withUnsafeMutableBufferPointer { seen in
      seen[root] = true
      pending.append(UInt32(truncatingIfNeeded: root))
      while let top = pending.last {
        // A node takes 28 bits, so the two above them are free to count with.
        let node = Int(top & 0xFFF_FFFF)
        let next = top >> 28
        let instruction = instructions[node]
        if instruction.op.takesArguments {
          descend(from: node, instruction, instructions, &seen)
          continue
        }
        guard next < instruction.op.arity else {
          positions.append(Int32(truncatingIfNeeded: node))
          pending.removeLast()
          continue
        }
        pending[pending.count - 1] = top + 1 << 28
        let operand = next == 0 ? instruction.x : instruction.y
        reach(operand, instructions, &seen)
      }
    }
  }

  @inline(__always)
  private mutating func reach(
    _ operand: Int, _ instructions: UnsafePointer<Instruction>,
    _ seen: inout UnsafeMutableBufferPointer<Bool>
  ) {
    guard !seen[operand] else { return }
    seen[operand] = true
    let op = instructions[operand].op
    // A leaf has nothing below it.
    if op.arity == 0 {
      positions.append(Int32(truncatingIfNeeded: operand))
    } else {
      if op.takesArguments { argumentCounts.append(0) }
      pending.append(UInt32(truncatingIfNeeded: operand))
    }
  }

  /// Goes to the next of a node's operands, or ends it: its arguments stand in a row before it.
  private mutating func descend(
    from node: Int, _ instruction: Instruction, _ instructions: UnsafePointer<Instruction>,
    _ seen: inout UnsafeMutableBufferPointer<Bool>
  ) {
    let next = argumentCounts[argumentCounts.count - 1]
    guard next < instruction.y else {
      argumentCounts.removeLast()
      pending.removeLast()
      for argument in instruction.operands {
        seen[argument] = true
        positions.append(Int32(truncatingIfNeeded: argument))
      }
      positions.append(Int32(truncatingIfNeeded: node))
      return
    }
    argumentCounts[argumentCounts.count - 1] += 1
    reach(instructions[instruction.x + next].x, instructions, &seen)
  }
}
