public import Autograd
public import GraphModel

extension Graph {
  /// The graph of a program with the values and gradients of a replay.
  ///
  /// - Precondition: the replay has gone forward and backward.
  public init(_ replay: Replay, name: String) {
    let program = replay.program
    let nodes = program.instructions.indices.map { Node(replay, at: $0) }
    self.init(name: name, root: program.root, nodes: nodes)
  }
}

extension Node {
  fileprivate init(_ replay: Replay, at place: Int) {
    let program = replay.program
    let instruction = program.instructions[place]
    let operands = instruction.operands
    let isConstant = instruction.op == .constant && place != program.root
    self.init(
      id: place, role: Role(instruction.op, isRoot: place == program.root),
      operation: instruction.op.name, symbol: instruction.op.symbol, name: program.names[place],
      scope: program.scopes[place], operands: operands,
      derivatives: instruction.derivatives(at: place, data: replay.data),
      data: replay.data[place], gradient: isConstant ? nil : replay.gradients[place])
  }
}

extension Node.Role {
  fileprivate init(_ op: Op, isRoot: Bool) {
    if isRoot {
      self = .root
      return
    }
    switch op {
    case .constant: self = .constant
    case .input: self = .input
    case .parameter: self = .parameter
    default: self = .intermediate
    }
  }
}

extension Instruction {
  fileprivate func derivatives(at place: Int, data: [Double]) -> [Double] {
    guard op.arity > 0 else { return [] }
    let parts = op.pullback(1, data[x], data[y], data[place])
    return op.arity == 1 ? [parts.x] : [parts.x, parts.y]
  }
}
