/// Values as formulas of named ones, in the language in which expressions are written.
struct FormulaText {
  private let graph: Graph
  private static let limit = 60

  init(_ graph: Graph) {
    self.graph = graph
  }

  /// A value's name with its scope, or else its formula.
  func name(of node: Node) -> String {
    if let name = node.name { return (node.scope + [name]).joined(separator: "/") }
    return scoped(node, formula(of: node))
  }

  /// `L = log(a)`, or the one of both that there is.
  func definition(of node: Node) -> String {
    guard node.name != nil, !node.operands.isEmpty else { return name(of: node) }
    return "\(name(of: node)) = \(formula(of: node))"
  }

  private func scoped(_ node: Node, _ formula: String) -> String {
    node.scope.isEmpty ? formula : "\(formula) in \(node.scope.joined(separator: "/"))"
  }

  /// What is computed, down to named values; shortened where it gets long.
  private func formula(of node: Node) -> String {
    if node.operands.isEmpty { return text(of: node.id, depth: 0) }
    let whole = operation(node, depth: 0)
    return whole.count <= Self.limit ? whole : operation(node, depth: Self.deepest)
  }

  private static let deepest = 6

  private func text(of id: Int, depth: Int) -> String {
    let node = graph.nodes[id]
    if let name = node.name { return name }
    if node.operands.isEmpty {
      return node.role == .constant ? NumberFormat.constant(node.data) : "value \(node.id)"
    }
    return depth >= Self.deepest ? "…" : operation(node, depth: depth + 1)
  }

  private func operation(_ node: Node, depth: Int) -> String {
    let parts = node.operands.map { text(of: $0, depth: depth) }
    guard let sign = Self.signs[node.operation] else {
      return "\(Self.functions[node.operation] ?? node.operation)(\(parts.joined(separator: ", ")))"
    }
    let strength = Self.strength(node.operation)
    let operands = zip(node.operands, parts).enumerated().map { place, operand in
      let inner = graph.nodes[operand.0]
      let isWeaker =
        inner.name == nil && !inner.operands.isEmpty && Self.signs[inner.operation] != nil
        && Self.strength(inner.operation) < strength + (place == 1 ? 1 : 0)
      return isWeaker ? "(\(operand.1))" : operand.1
    }
    return operands.count == 1 ? "-\(operands[0])" : operands.joined(separator: sign)
  }

  private static func strength(_ operation: String) -> Int {
    switch operation {
    case "add", "subtract": 1
    case "negate": 3
    case "power": 4
    default: 2
    }
  }

  private static let signs = [
    "add": " + ", "subtract": " - ", "multiply": "*", "divide": "/", "power": "^", "negate": "-",
  ]
  private static let functions = ["maximum": "max", "minimum": "min"]
}
