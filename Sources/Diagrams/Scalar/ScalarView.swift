public import GraphModel

/// The view of a graph that shows every value as a box with its operation, data and gradient.
///
/// Constants are written beside the operation that uses them. Long sums can be folded: a chain of
/// unnamed additions, each used only by the next, becomes one Σ.
public struct ScalarView: Sendable {
  let boxes: [Box]
  /// The scopes that are drawn, and the same in the order in which they are written.
  let scopes: ScopeTree
  let scopeList: [ScopeTree]
  /// How the sentences behind boxes and edges begin, each box before its edges.
  let starts: Starts
  /// How many values of the graph have no box of their own, being part of another.
  public let foldedCount: Int

  /// - Parameters:
  ///   - foldingSums: whether chains of two and more additions become one Σ.
  ///   - alternatives: graphs of the same values in which some operands are others: the view has
  ///     the edges of all of them, so that one drawing can show each.
  public init(_ graph: Graph, foldingSums: Bool = false, alternatives: [Graph] = []) {
    let folding = BoxFolding(graph, sums: foldingSums)
    let others = alternatives.map { BoxFolding($0, sums: foldingSums) }
    boxes = graph.nodes.indices.filter { !folding.isFolded($0) }.map { id in
      others.reduce(folding.box(id)) { $0.adding($1.box(id).links) }
    }
    scopes = ScopeTree(boxes)
    scopeList = Array(scopes.all.dropFirst())
    starts = Starts(boxes)
    foldedCount = graph.nodes.count - boxes.count
  }

  /// Whether there are scopes with all that is in them among the boxes.
  var hasGroups: Bool { boxes.contains(where: \.isGroup) }

  /// Whether so much flows between groups that it needs room to be told apart.
  var hasManyFlows: Bool {
    boxes.reduce(0) { $1.isGroup ? $0 + $1.links.count : $0 } > 40
  }

  /// How many boxes there are.
  public var boxCount: Int { boxes.count }

  /// How much there is to lay out: the boxes, a place in every column that an edge passes, and the
  /// edges into groups, which are as many as there are boxes to read from.
  ///
  /// A leaf stands in the column before its first use, so an input that is used along a chain of
  /// n operations adds about n²/2. Groups that use each other are drawn with an edge that leads back;
  /// it passes columns, too.
  public var layoutSize: Int {
    var columns: [Int: Int] = [:]
    var firstUse: [Int: Int] = [:]
    for box in boxes {
      let column = (box.links.map { columns[$0.source] ?? 0 }.max() ?? -1) + 1
      columns[box.id] = column
      for link in box.links { firstUse[link.source] = min(firstUse[link.source] ?? .max, column) }
    }
    for box in boxes where box.links.isEmpty { columns[box.id] = (firstUse[box.id] ?? 1) - 1 }
    return boxes.reduce(boxes.count) { total, box in
      let column = columns[box.id] ?? 0
      return total + (box.isGroup ? box.links.count : 0)
        + box.links.reduce(0) { $0 + max(0, abs(column - (columns[$1.source] ?? 0)) - 1) }
    }
  }
}

/// Texts that stay the same from frame to frame, escaped.
struct Starts {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  init(_ boxes: [Box]) {
    for box in boxes {
      add(box.start)
      for link in box.links { add(link.start) }
    }
  }

  /// Gives one after the other.
  struct Reader {
    fileprivate let texts: Starts
    private var next = 0

    fileprivate init(_ texts: Starts) { self.texts = texts }

    mutating func next(_ target: inout SlotTexts) {
      let start = next == 0 ? 0 : texts.ends[next - 1]
      let end = texts.ends[next]
      next += 1
      texts.bytes.withUnsafeBufferPointer { bytes in
        target.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
    }
  }

  var reader: Reader { Reader(self) }

  private mutating func add(_ text: String) {
    bytes += Escaping.markup(text).utf8
    ends.append(bytes.count)
  }
}

private struct BoxFolding {
  let graph: Graph
  private var intoSum: [Bool]
  private let useCount: [Int]

  init(_ graph: Graph, sums: Bool) {
    self.graph = graph
    var useCount = [Int](repeating: 0, count: graph.nodes.count)
    for node in graph.nodes { for operand in node.operands { useCount[operand] += 1 } }
    self.useCount = useCount
    intoSum = Array(repeating: false, count: graph.nodes.count)
    if sums { foldSums() }
  }

  func isFolded(_ id: Int) -> Bool {
    intoSum[id] || (graph.nodes[id].role == .constant && useCount[id] > 0)
  }

  func box(_ id: Int) -> Box {
    let node = graph.nodes[id]
    if let group = node.group { return Box(group, node, links(intoGroup: node)) }
    let isSum = node.operands.first.map { intoSum[$0] } ?? false
    let operation = isSum ? "Σ" : operation(node)
    let formula = formula(node, isSum: isSum)
    let heading = node.name.map(Escaping.name) ?? formula
    return Box(
      id: id, role: node.role, operation: operation, heading: heading, isNamed: node.name != nil,
      formula: formula, links: terms(id, operation), scope: node.scope,
      start: Wording.start(of: node, heading))
  }

  private mutating func foldSums() {
    for last in graph.nodes.indices.reversed() where !intoSum[last] {
      var chain: [Int] = []
      var node = graph.nodes[last]
      while isPlainSum(node), let next = node.operands.first, canFold(next, into: node) {
        chain.append(next)
        node = graph.nodes[next]
      }
      for link in chain { intoSum[link] = true }
    }
  }

  private func canFold(_ id: Int, into node: Node) -> Bool {
    let inner = graph.nodes[id]
    return isPlainSum(inner) && inner.name == nil && inner.role == .intermediate
      && useCount[id] == 1 && inner.scope == node.scope
  }

  private func isPlainSum(_ node: Node) -> Bool {
    node.operation == "add" && node.operands.allSatisfy { graph.nodes[$0].role != .constant }
  }

  /// The edges into a box: its operands, or those of the additions folded into it, in order.
  private func terms(_ id: Int, _ operation: String) -> [Link] {
    var reversed: [Link] = []
    var consumer = id
    while true {
      let node = graph.nodes[consumer]
      let inner = node.operands.first.flatMap { intoSum[$0] ? $0 : nil }
      for (slot, operand) in node.operands.enumerated().reversed()
      where graph.nodes[operand].role != .constant && !(operand == inner && slot == 0) {
        reversed.append(
          Link(
            source: operand, consumer: consumer, slot: slot, mark: mark(node, slot),
            hasWaypoint: entersBesideOthers(operand, node),
            start: Wording.start(ofLinkFrom: graph.nodes[operand], to: operation)))
      }
      guard let inner else { return reversed.reversed() }
      consumer = inner
    }
  }

  private func links(intoGroup node: Node) -> [Link] {
    node.operands.enumerated().map { slot, operand in
      Link(
        source: operand, consumer: node.id, slot: slot, mark: "",
        hasWaypoint: entersBesideOthers(operand, node),
        start: Wording.start(ofFlowFrom: graph.nodes[operand], to: node))
    }
  }

  private func entersBesideOthers(_ operand: Int, _ node: Node) -> Bool {
    graph.nodes[operand].scope != node.scope
      && node.operands.contains { other in
        graph.nodes[other].scope == node.scope && graph.nodes[other].role != .constant
      }
  }

  private func mark(_ node: Node, _ slot: Int) -> String {
    guard slot == 1, ["subtract", "divide", "power"].contains(node.operation),
      node.operands.contains(where: { graph.nodes[$0].name == nil }),
      graph.nodes[node.operands[0]].role != .constant
    else { return "" }
    return node.symbol
  }

  private func operation(_ node: Node) -> String {
    let constants = node.operands.map { constant($0) }
    if isList(node) {
      let numbers = constants.compactMap(\.self).joined(separator: ", ")
      return [node.symbol, numbers].filter { !$0.isEmpty }.joined(separator: " ")
    }
    switch constants.count {
    case 0: return ""
    case 1: return [node.symbol, constants[0]].compactMap(\.self).joined(separator: " ")
    default:
      return [constants[0], node.symbol, constants[1]].compactMap(\.self).joined(separator: " ")
    }
  }

  private func constant(_ id: Int) -> String? {
    let node = graph.nodes[id]
    // Where changes are drawn, an operation still shows the constant that it has.
    return node.role == .constant
      ? NumberFormat.constant(node.dataChange?.now ?? node.data) : nil
  }

  /// Whether it takes any number of operands.
  private func isList(_ node: Node) -> Bool { node.operation == "logSumExp" }

  /// `a · b` for an unnamed product of named values; empty where an operand has no name.
  private func formula(_ node: Node, isSum: Bool) -> String {
    if node.operands.isEmpty { return node.role == .constant ? "constant" : "" }
    let names = node.operands.map { constant($0) ?? graph.nodes[$0].name.map(Escaping.name) }
    if isList(node) {
      let known = names.compactMap(\.self)
      let text = "\(node.symbol)(\(known.joined(separator: ", ")))"
      return known.count == names.count && text.count <= 22 ? text : ""
    }
    guard !isSum, let first = names.first, let left = first else { return "" }
    if names.count == 1 {
      return node.operation == "negate" ? "−\(left)" : "\(node.symbol)(\(left))"
    }
    guard let right = names[1] else { return "" }
    let text =
      ["maximum", "minimum"].contains(node.operation)
      ? "\(node.symbol)(\(left), \(right))" : "\(left) \(node.symbol) \(right)"
    return text.count <= 22 ? text : ""
  }
}
