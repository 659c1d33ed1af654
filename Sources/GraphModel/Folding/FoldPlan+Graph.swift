internal import Refusal

extension FoldPlan {
  /// The graph with groups in place of what is folded.
  ///
  /// A group's data is the largest size of the values that flow out of it, and its gradient that of
  /// their gradients: each is 0 if and only if all are. Its operands are the boxes that values come
  /// from, each once, with what flows under ``Node/flows``.
  ///
  /// - Precondition: a graph of the structure that the plan was made for.
  public func folded(_ graph: Graph) -> Graph {
    require(graph.nodes.count == boxes.count, "this plan is of another graph")
    guard !groups.isEmpty else { return graph }
    var folder = Folder(self, graph)
    for node in graph.nodes { folder.add(node) }
    folder.countNeurons()
    var result = graph
    result.root = boxes[graph.root]
    result.gradientsOf = graph.gradientsOf ?? graph.nodes[graph.root].name
    result.nodes = folder.nodes
    return result
  }
}

private struct Folder {
  private(set) var nodes: [Node]
  private let plan: FoldPlan
  private let graph: Graph
  private let leavesGroup: [Bool]
  /// Where the flow from a box into a group stands, by the places of both.
  private var flowPlaces: [Int: Int] = [:]

  init(_ plan: FoldPlan, _ graph: Graph) {
    self.plan = plan
    self.graph = graph
    var leavesGroup = [Bool](repeating: false, count: graph.nodes.count)
    leavesGroup[graph.root] = true
    for node in graph.nodes {
      for operand in node.operands where plan.boxes[operand] != plan.boxes[node.id] {
        leavesGroup[operand] = true
      }
    }
    self.leavesGroup = leavesGroup
    nodes = (0..<plan.boxCount).map { place in
      var node = Node(
        id: place, role: .group, operation: "group", symbol: "", name: nil,
        scope: Array((plan.groups[place] ?? []).dropLast()), operands: [], derivatives: [],
        data: 0, gradient: nil)
      node.group = plan.groups[place].map { Group(path: $0.joined(separator: "/")) }
      node.flows = []
      return node
    }
  }

  mutating func add(_ node: Node) {
    let place = plan.boxes[node.id]
    guard plan.groups[place] != nil else { return addOwn(node, place) }
    count(node, place)
    if leavesGroup[node.id] {
      nodes[place].data = Self.larger(nodes[place].data, node.data)
      if let gradient = node.gradient {
        nodes[place].gradient = Self.larger(nodes[place].gradient ?? 0, gradient)
      }
    }
    for (slot, operand) in node.operands.enumerated() where plan.boxes[operand] != place {
      addFlow(from: operand, to: node, slot, place)
    }
  }

  /// A value that has a box of its own.
  private mutating func addOwn(_ node: Node, _ place: Int) {
    var own = node
    own.id = place
    own.operands = node.operands.map { plan.boxes[$0] }
    nodes[place] = own
  }

  private mutating func count(_ node: Node, _ place: Int) {
    switch node.role {
    case .constant: break
    case .parameter: nodes[place].group?.parameterCount += 1
    default: nodes[place].group?.valueCount += 1
    }
    if !node.data.isFinite || !(node.gradient ?? 0).isFinite {
      nodes[place].group?.isNonFinite = true
    }
  }

  private mutating func addFlow(from operand: Int, to node: Node, _ slot: Int, _ place: Int) {
    let source = plan.boxes[operand]
    let key = place * plan.boxCount + source
    let index = flowPlaces[key] ?? nodes[place].operands.count
    if flowPlaces[key] == nil {
      flowPlaces[key] = index
      nodes[place].operands.append(source)
      nodes[place].flows?.append(Flow())
    }
    let isOff = node.gradient.map { $0 == 0 || node.derivatives[slot] == 0 } ?? true
    nodes[place].flows?[index].count += 1
    nodes[place].flows?[index].zeroCount += graph.nodes[operand].data == 0 ? 1 : 0
    if !isOff { nodes[place].flows?[index].isOff = false }
  }

  /// Tells groups how many neurons are in them, by the names of their scopes.
  mutating func countNeurons() {
    let places = Dictionary(
      uniqueKeysWithValues: plan.groups.map { ($1.joined(separator: "/"), $0) })
    for (name, statement) in graph.neurons ?? [:] {
      let parts = name.split(separator: "/")
      for length in 1...max(1, parts.count) {
        guard let place = places[parts.prefix(length).joined(separator: "/")] else { continue }
        nodes[place].group?.neuronCount += 1
        nodes[place].group?.offCount += statement.verdict.acts ? 0 : 1
      }
    }
  }

  /// The larger size; a number that is none stays.
  private static func larger(_ size: Double, _ number: Double) -> Double {
    size.isNaN || number.isNaN ? .nan : max(size, number.magnitude)
  }
}
