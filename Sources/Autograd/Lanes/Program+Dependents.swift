extension Program {
  /// The positions of all nodes that are computed from the one at `position`, in program order.
  public func dependents(of position: Int) -> [Int32] {
    var isChanged = [Bool](repeating: false, count: instructions.count)
    isChanged[position] = true
    var dependents: [Int32] = []
    for node in position + 1..<max(position + 1, instructions.count) {
      let instruction = instructions[node]
      let arity = instruction.op.arity
      guard arity > 0, isChanged[instruction.x] || (arity == 2 && isChanged[instruction.y]) else {
        continue
      }
      isChanged[node] = true
      dependents.append(Int32(truncatingIfNeeded: node))
    }
    return dependents
  }

  /// Computes the nodes at `positions`, which stand in program order, and no others.
  ///
  /// - Parameter data: the values of all nodes.
  public func recompute(_ positions: [Int32], in data: UnsafeMutableBufferPointer<Double>) {
    instructions.withUnsafeBufferPointer { instructions in
      for position in positions {
        let instruction = instructions[Int(position)]
        data[Int(position)] = instruction.op.evaluate(data[instruction.x], data[instruction.y])
      }
    }
  }
}
