/// The order in which gradients are summed: depth first, operands left to right, then the node.
///
/// Floating-point sums depend on their order. Going back through the depth-first post-order adds a
/// node's contributions in the order of micrograd (Karpathy, 2020), which gives its digits.
struct DepthFirstOrder {
  private(set) var positions: [Int32] = []
  private var seen: [Bool]

  init(count: Int) {
    seen = Array(repeating: false, count: count)
  }

  /// Appends what `root` is computed from, as far as it is not in the order yet, and `root`.
  mutating func visit(_ root: Int, _ instructions: UnsafePointer<Instruction>) {
    guard !seen[root] else { return }
    seen[root] = true
    var pending: [(node: Int, next: Int)] = [(root, 0)]
    while let (node, next) = pending.last {
      let instruction = instructions[node]
      guard next < instruction.op.arity else {
        positions.append(Int32(truncatingIfNeeded: node))
        pending.removeLast()
        continue
      }
      pending[pending.count - 1].next += 1
      let operand = next == 0 ? instruction.x : instruction.y
      guard !seen[operand] else { continue }
      seen[operand] = true
      pending.append((operand, 0))
    }
  }
}
