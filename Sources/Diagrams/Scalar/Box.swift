internal import GraphModel

/// A value as it is drawn: a node of the graph, with the constants beside its operation folded in.
struct Box {
  /// The id of the node.
  let id: Int
  let role: Node.Role
  /// The operation with its constants: `×`, `^ 3`, `2 −`; empty for a leaf.
  let operation: String
  /// What is written at the top: the name, or a formula from the operands' names.
  let heading: String
  /// Whether ``heading`` is a name given by someone, not a formula.
  let isNamed: Bool
  /// What the value is made of, in names: `c − d`; empty where an operand has no name.
  let formula: String
  /// What is drawn as leading to this box.
  private(set) var links: [Link]
  let scope: [String]
  /// How the sentence behind it begins: `layer 1 · neuron 3 · w2, parameter, `.
  let start: String
  /// Whether it stands for a scope with all that is in it.
  var isGroup: Bool { role == .group }

  /// The same box with those links beside its own that are not among them.
  func adding(_ others: [Link]) -> Box {
    var box = self
    box.links += others.filter { other in
      !links.contains {
        ($0.source, $0.consumer, $0.slot) == (other.source, other.consumer, other.slot)
      }
    }
    return box
  }
}

extension Box {
  /// The box of a scope.
  init(_ group: Group, _ node: Node, _ links: [Link]) {
    let path = group.path.split(separator: "/").map(String.init)
    self.init(
      id: node.id, role: .group, operation: "", heading: path.last.map(Wording.spaced) ?? "",
      isNamed: true, formula: "", links: links, scope: node.scope,
      start: "\(Wording.scope(path)), \(Wording.contents(of: group)), ")
  }
}

/// An edge: an operand on its way to the box that uses it.
struct Link {
  /// The node the value comes from.
  let source: Int
  /// The node whose operand it is; inside a folded sum not the box's own.
  let consumer: Int
  /// Which operand of the consumer it is.
  let slot: Int
  /// The box's sign where it matters which operand this is: the subtrahend, divisor or exponent.
  let mark: String
  /// Whether the edge enters a scope in the same column as other operands in it: it is then led
  /// through a waypoint inside the scope, else Graphviz routes it around the whole scope.
  let hasWaypoint: Bool
  /// How the sentence behind it begins: `w2 → ×: passes back `.
  let start: String
}
