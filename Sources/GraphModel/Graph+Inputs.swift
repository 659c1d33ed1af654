extension Graph {
  /// The ids of parameters whose gradient is 0 only because what they multiply is 0 here: the
  /// product itself has a gradient.
  public var parametersWithoutInput: Set<Int> {
    var found: Set<Int> = []
    var excluded: Set<Int> = []
    for node in nodes where !node.operands.isEmpty {
      for (slot, operand) in node.operands.enumerated()
      where nodes[operand].role == .parameter && nodes[operand].gradient == 0 {
        let isProduct = node.operation == "multiply" && node.gradient ?? 0 != 0
        let other = isProduct ? nodes[node.operands[1 - slot]] : nil
        if other?.data == 0 { found.insert(operand) } else if isProduct { excluded.insert(operand) }
      }
    }
    return found.subtracting(excluded)
  }
}
