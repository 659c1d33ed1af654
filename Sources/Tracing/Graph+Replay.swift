public import Autograd
public import GraphModel
internal import Refusal

extension Graph {
  /// The graph of a program with the values and gradients of a replay, in recorded order.
  ///
  /// - Precondition: the replay has gone forward and backward.
  public init(_ replay: Replay, name: String) {
    let program = replay.program
    let order = program.shownOrder
    var ids = [Int](repeating: 0, count: program.instructions.count)
    for (id, place) in order.enumerated() { ids[place] = id }
    let nodes = order.map { Node(replay, at: $0, ids: ids) }
    self.init(name: name, root: ids[program.root], nodes: nodes)
  }

  /// The numbers of another replay of the program that this graph is of.
  ///
  /// - Precondition: the same program, gone forward and backward.
  public func with(_ replay: Replay) -> Graph {
    let program = replay.program
    let order = program.shownOrder
    require(order.count == nodes.count, "the graph is of another program")
    var graph = self
    for (id, place) in order.enumerated() {
      let instruction = program.instructions[place]
      graph.nodes[id].data = replay.data[place]
      if graph.nodes[id].gradient != nil { graph.nodes[id].gradient = replay.gradients[place] }
      if instruction.op.arity > 0 {
        graph.nodes[id].derivatives = instruction.slopes(at: place, replay.data)
      }
    }
    return graph
  }
}

extension Node {
  fileprivate init(_ replay: Replay, at place: Int, ids: [Int]) {
    let program = replay.program
    let instruction = program.instructions[place]
    let operands = program.operands(of: place).map { ids[$0] }
    let isConstant = instruction.op == .constant && place != program.root
    self.init(
      id: ids[place], role: Role(instruction.op, isRoot: place == program.root),
      operation: instruction.op.familiar.name, symbol: instruction.op.symbol,
      name: program.names[place],
      scope: program.scopes[place], operands: operands,
      derivatives: instruction.slopes(at: place, replay.data),
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
