/// The order in which gradients are summed: depth first, operands left to right, then the node.
///
/// Floating-point sums depend on their order. Going back through the depth-first post-order adds a
/// node's contributions in the order of micrograd (Karpathy, 2020), which gives its digits.
struct DepthFirstOrder {
  private(set) var positions: [Int32] = []
  private var seen: [Bool]
  /// Nodes on the way down, each with how many of its operands were visited.
  private var pending: [UInt32] = []

  init(count: Int) {
    seen = Array(repeating: false, count: count)
    positions.reserveCapacity(count)
  }

  /// Appends what `root` is computed from, as far as it is not in the order yet, and `root`.
  mutating func visit(_ root: Int, _ instructions: UnsafePointer<Instruction>) {
    guard !seen[root] else { return }
    seen.withUnsafeMutableBufferPointer { seen in
      seen[root] = true
      pending.append(UInt32(truncatingIfNeeded: root))
      while let top = pending.last {
        // A node takes 28 bits, so the two above them are free to count with.
        let node = Int(top & 0xFFF_FFFF)
        let next = top >> 28
        let instruction = instructions[node]
        guard next < instruction.op.arity else {
          positions.append(Int32(truncatingIfNeeded: node))
          pending.removeLast()
          continue
        }
        pending[pending.count - 1] = top + 1 << 28
        let operand = next == 0 ? instruction.x : instruction.y
        guard !seen[operand] else { continue }
        seen[operand] = true
        // A leaf has nothing below it.
        if instructions[operand].op.arity == 0 {
          positions.append(Int32(truncatingIfNeeded: operand))
        } else {
          pending.append(UInt32(truncatingIfNeeded: operand))
        }
      }
    }
  }
}
