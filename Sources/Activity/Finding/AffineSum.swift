internal import Autograd

/// A chain of additions with its terms sorted: `((b + w₁x₁) + w₂x₂) + …`.
struct AffineSum {
  private(set) var weights: [NeuronSite.Weight] = []
  private(set) var biases: [Int] = []
  private(set) var addends: [Int] = []
  /// The additions and products that are part of the sum.
  private(set) var inner: [Int] = []

  /// The sum that ends at `head`; it has no weights if it is none of a neuron.
  init(endingAt head: Int, in program: Program, uses: Uses) {
    var pending = [head]
    while let node = pending.popLast() {
      let instruction = program.instructions[node]
      let isPart = node == head || uses.isUsedOnlyNearby(node, by: head)
      if isPart, instruction.op == .add {
        inner.append(node)
        pending += [instruction.y, instruction.x]
      } else if isPart, let weight = Self.weight(node, program) {
        inner.append(node)
        weights.append(weight)
      } else if instruction.op == .parameter {
        biases.append(node)
      } else {
        addends.append(node)
      }
    }
  }

  /// A parameter times something that is none.
  private static func weight(_ node: Int, _ program: Program) -> NeuronSite.Weight? {
    let product = program.instructions[node]
    guard product.op == .multiply else { return nil }
    let isParameter = [product.x, product.y].map { program.instructions[$0].op == .parameter }
    if isParameter[0] == isParameter[1] { return nil }
    return isParameter[0]
      ? NeuronSite.Weight(parameter: product.x, input: product.y)
      : NeuronSite.Weight(parameter: product.y, input: product.x)
  }
}

/// What uses the values of a program.
struct Uses {
  private let program: Program
  private let users: [[Int32]]
  private let outputs: Set<Int>

  init(_ source: ExampleProgram) {
    let program = source.program
    outputs = Set(source.outputs)
    var users = [[Int32]](repeating: [], count: program.instructions.count)
    for (node, instruction) in program.instructions.enumerated() {
      for operand in instruction.operands { users[operand].append(Int32(node)) }
    }
    self.program = program
    self.users = users
  }

  func of(_ node: Int) -> [Int] { users[node].map(Int.init) }

  /// Whether a node is used once, in the scope of `head`, and is no output of the network, so that
  /// it can be part of the sum.
  func isUsedOnlyNearby(_ node: Int, by head: Int) -> Bool {
    users[node].count == 1 && !outputs.contains(node)
      && program.scopes[node] == program.scopes[head]
  }
}
