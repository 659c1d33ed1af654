extension Program {
  /// The positions of all nodes that are computed from the one at `position`, in program order.
  public func dependents(of position: Int) -> [Int32] {
    var isChanged = [Bool](repeating: false, count: instructions.count)
    isChanged[position] = true
    var dependents: [Int32] = []
    for node in position + 1..<max(position + 1, instructions.count) {
      guard instructions[node].operands.contains(where: { isChanged[$0] }) else { continue }
      isChanged[node] = true
      dependents.append(Int32(truncatingIfNeeded: node))
    }
    return dependents
  }

  /// Computes the nodes at `positions`, which stand in program order, and no others.
  ///
  /// - Parameter data: the values of all nodes.
  public func recompute(_ positions: [Int32], in data: UnsafeMutableBufferPointer<Double>) {
    guard let start = data.baseAddress else { return }
    instructions.withUnsafeBufferPointer { instructions in
      for position in positions {
        data[Int(position)] = instructions[Int(position)].evaluate(start)
      }
    }
  }
}
