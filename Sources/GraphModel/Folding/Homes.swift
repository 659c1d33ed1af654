/// The scope that each value belongs to when scopes are folded.
///
/// A constant stands where it is first used. Inputs outside of all scopes, if there are more than a
/// person would read, as the pixels of a picture are, stand in a scope of their own, `inputs`.
struct Homes {
  /// Of each value its scope.
  private(set) var scopes: [[String]]
  private var hasInputs = false

  private static let inputs = "inputs"
  /// So many inputs stand for themselves.
  private static let inputLimit = 24

  init(_ graph: Graph) {
    scopes = graph.nodes.map(\.scope)
    var isPlaced = graph.nodes.map { $0.role != .constant }
    for node in graph.nodes {
      for operand in node.operands where !isPlaced[operand] {
        scopes[operand] = node.scope
        isPlaced[operand] = true
      }
    }
    let inputs = graph.nodes.filter { $0.role == .input && $0.scope.isEmpty }
    guard inputs.count > Self.inputLimit,
      !graph.nodes.contains(where: { $0.scope.first == Self.inputs })
    else { return }
    hasInputs = true
    for node in inputs { scopes[node.id] = [Self.inputs] }
  }

  /// Whether this is the scope of inputs that have none in the graph.
  func areInputs(_ name: String) -> Bool { hasInputs && name == Self.inputs }
}
