extension Graph {
  /// By id, whether a parameter's gradient is 0 only because what it multiplies is 0 here: the
  /// product itself has a gradient.
  public var isParameterWithoutInput: [Bool] {
    var found = [Bool](repeating: false, count: nodes.count)
    var excluded: [Int] = []
    for node in nodes where !node.operands.isEmpty {
      for (slot, operand) in node.operands.enumerated()
      where nodes[operand].role == .parameter && nodes[operand].gradient == 0 {
        let isProduct = node.operation == "multiply" && node.gradient ?? 0 != 0
        let other = isProduct ? nodes[node.operands[1 - slot]] : nil
        if other?.data == 0 {
          found[operand] = true
        } else if isProduct {
          excluded.append(operand)
        }
      }
    }
    for id in excluded { found[id] = false }
    return found
  }
}
