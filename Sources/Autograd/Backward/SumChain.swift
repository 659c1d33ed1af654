/// A sum, from left to right, whose partial sums and products are used nowhere else: their gradients
/// are all that of the sum.
struct SumChain {
  /// What is added: a product of two values, or a value.
  enum Term {
    case product(node: Int, Int, Int)
    /// The addition it is an operand of, and which.
    case value(Int, adder: Int, operand: Int)
  }

  let sum: Int
  /// From the last to the first, as the gradient goes.
  let terms: [Term]
  /// The products and partial sums.
  let absorbed: [Int]
}

/// Finds the sums of a graph.
struct SumChains {
  private let instructions: UnsafePointer<Instruction>
  private var uses: [Int32]

  init(_ order: [Int32], _ instructions: UnsafePointer<Instruction>, count: Int) {
    self.instructions = instructions
    uses = Array(repeating: 0, count: count)
    for node in order {
      let instruction = instructions[Int(node)]
      for operand in instruction.operands { uses[operand] += 1 }
    }
  }

  /// The sum that ends with `node`; `nil` if it is none of two and more terms.
  func chain(upTo sum: Int) -> SumChain? {
    guard instructions[sum].op == .add else { return nil }
    var terms: [SumChain.Term] = []
    var absorbed: [Int] = []
    var node = sum
    while true {
      let (x, y) = (instructions[node].x, instructions[node].y)
      append(y, node, 1, &terms, &absorbed)
      guard instructions[x].op == .add, isPrivate(x) else {
        append(x, node, 0, &terms, &absorbed)
        break
      }
      absorbed.append(x)
      node = x
    }
    return absorbed.isEmpty ? nil : SumChain(sum: sum, terms: terms, absorbed: absorbed)
  }

  private func append(
    _ node: Int, _ adder: Int, _ operand: Int, _ terms: inout [SumChain.Term],
    _ absorbed: inout [Int]
  ) {
    let instruction = instructions[node]
    guard instruction.op == .multiply, isPrivate(node) else {
      terms.append(.value(node, adder: adder, operand: operand))
      return
    }
    absorbed.append(node)
    terms.append(.product(node: node, instruction.x, instruction.y))
  }

  private func isPrivate(_ node: Int) -> Bool { uses[node] == 1 }
}
