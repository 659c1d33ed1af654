internal import GraphModel

/// The sentences of a drawing: what a reader sees on pointing at a box or an edge, or hears.
enum Wording {
  /// How the sentence behind a box begins: `layer 1 · neuron 3 · w2, parameter, `.
  static func start(of node: Node, _ heading: String) -> String {
    let name = heading.isEmpty ? node.operation : heading
    let place = node.scope.isEmpty ? "" : "\(scope(node.scope)) · "
    return "\(place)\(name), \(role(node)), "
  }

  /// How the sentence behind an edge begins: `w2 → ×: passes back `.
  static func start(ofLinkFrom source: Node, to operation: String) -> String {
    "\(name(of: source)) → \(operation): passes back "
  }

  /// How the sentence behind an edge into the box of a scope begins: `embedding → block 1: carries `.
  static func start(ofFlowFrom source: Node, to group: Node) -> String {
    "\(name(of: source)) → \(name(of: group)): carries "
  }

  /// How it goes on: `16 values, 3 of them exactly 0; no gradient comes back`.
  static func words(_ flow: Flow) -> String {
    let zeros = flow.zeroCount == 0 ? "" : ", \(grouped(flow.zeroCount)) of them exactly 0"
    return count(flow.count, "value") + zeros
      + (flow.isOff ? "; no gradient comes back" : "; a gradient comes back")
  }

  private static func name(of node: Node) -> String {
    if let group = node.group {
      return scope(group.path.split(separator: "/").map(String.init))
    }
    return node.name.map(Escaping.name) ?? "value \(node.id)"
  }

  /// What is in a scope that never changes: `1,024 values, 192 parameters`.
  static func contents(of group: Group) -> String {
    let parameters = count(group.parameterCount, "parameter")
    return count(group.valueCount, "value") + (group.parameterCount > 0 ? ", \(parameters)" : "")
  }

  /// The row of a scope's box that says how many of its neurons do not act.
  static func neurons(of group: Group) -> String {
    switch group.neuronCount {
    case 0: group.parameterCount == 0 ? "no parameters" : count(group.parameterCount, "parameter")
    case 1: group.offCount == 0 ? "a neuron that acts" : "a neuron that is off"
    default: "\(count(group.neuronCount, "neuron")), \(grouped(group.offCount)) off"
    }
  }

  /// `1 value`, `1,024 values`.
  static func count(_ number: Int, _ word: String) -> String {
    "\(grouped(number)) \(word)\(number == 1 ? "" : "s")"
  }

  /// Digits in groups of three.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().map { place, digit in
      place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }

  /// How the sentence behind a box of changes goes on.
  static func changes(_ node: Node, _ change: Change) -> String {
    let gradient = node.gradientChange.map { ", gradient \(words($0))" } ?? ""
    return "data \(words(change))\(gradient)"
  }

  /// `was −0.01, is 0.02, changed by 0.03, and with it its sign`.
  static func words(_ change: Change) -> String {
    let numbers = [change.was, change.now, change.difference].map(NumberFormat.exact)
    if change.difference == 0 { return "\(numbers[1]), unchanged" }
    return "was \(numbers[0]), is \(numbers[1]), changed by \(numbers[2])"
      + (change.isFlip ? ", and with it its sign" : "")
  }

  /// How many neurons have no effect; nothing where there are none.
  static func inactive(_ neurons: [String: Graph.Statement]?) -> String {
    guard let neurons, !neurons.isEmpty else { return "" }
    let off = neurons.values.filter { !$0.verdict.acts }.count
    return "\(off) of \(neurons.count) neurons without effect here"
  }

  /// Of a parameter with a gradient of 0 for no fault of its own.
  static let withoutInput: StaticString =
    ", gradient 0 only because what it multiplies is 0 here: not useless"

  /// `layer 1 · neuron 3`.
  static func scope(_ path: [String]) -> String {
    path.map(spaced).joined(separator: " · ")
  }

  /// `neuron3` as `neuron 3`; a name that has its space stays, and one that cannot be seen is quoted.
  static func spaced(_ name: String) -> String {
    let digits = name.reversed().prefix { ("0"..."9").contains($0) }.count
    guard digits > 0, digits < name.count, name.dropLast(digits).last != " " else {
      return Escaping.name(name)
    }
    return "\(name.dropLast(digits)) \(name.suffix(digits))"
  }

  private static func role(_ node: Node) -> String {
    switch node.role {
    case .intermediate: node.operation
    case .root: "root, \(node.operation)"
    case .constant, .input, .parameter, .group: node.role.rawValue
    }
  }

  /// The word in a box's corner; a computed value has its operation instead.
  static func tag(_ role: Node.Role) -> String {
    switch role {
    case .input: "input"
    case .parameter: "parameter"
    case .constant: "constant"
    case .root: "root"
    case .intermediate, .group: ""
    }
  }
}
