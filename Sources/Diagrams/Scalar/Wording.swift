internal import GraphModel

/// The sentences of a drawing: what a reader sees on pointing at a box or an edge, or hears.
enum Wording {
  static func title(of box: Box, in graph: Graph) -> String {
    let node = graph.nodes[box.id]
    var parts = [box.heading.isEmpty ? node.operation : box.heading]
    if !node.scope.isEmpty { parts[0] = "\(scope(node.scope)) · \(parts[0])" }
    if let change = node.dataChange {
      parts.append("\(role(node)), data \(words(change))")
      if let change = node.gradientChange { parts.append("gradient \(words(change))") }
      return parts.joined(separator: ", ")
    }
    parts.append("\(role(node)), data \(NumberFormat.exact(node.data))")
    if let gradient = node.gradient { parts.append("gradient \(NumberFormat.exact(gradient))") }
    if node.data == 0 { parts.append("exactly zero") }
    if node.id == graph.firstNonFinite?.id { parts.append("the first value that is not finite") }
    return parts.joined(separator: ", ")
  }

  /// `was −0.01, is 0.02, changed by 0.03, and with it its sign`.
  static func words(_ change: Change) -> String {
    let numbers = [change.was, change.now, change.difference].map(NumberFormat.exact)
    if change.difference == 0 { return "\(numbers[1]), unchanged" }
    return "was \(numbers[0]), is \(numbers[1]), changed by \(numbers[2])"
      + (change.isFlip ? ", and with it its sign" : "")
  }

  /// Of a parameter with a gradient of 0 for no fault of its own.
  static let withoutInput =
    ", gradient 0 only because what it multiplies is 0 here: not useless"

  static func title(of link: Link, into box: Box, in graph: Graph) -> String {
    let (source, consumer) = (graph.nodes[link.source], graph.nodes[link.consumer])
    let derivative = consumer.derivatives[link.slot]
    let gradient = consumer.gradient ?? 0
    let names = "\(source.name ?? "value \(source.id)") → \(box.operation)"
    let product = State.isOff(consumer, slot: link.slot) ? 0 : derivative * gradient
    let numbers = [product, derivative, gradient].map(NumberFormat.exact)
    return "\(names): passes back \(numbers[0]) = \(numbers[1]) × \(numbers[2])"
  }

  /// `layer 1 · neuron 3`.
  static func scope(_ path: [String]) -> String {
    path.map(spaced).joined(separator: " · ")
  }

  /// `neuron3` as `neuron 3`.
  static func spaced(_ name: String) -> String {
    let digits = name.reversed().prefix { ("0"..."9").contains($0) }.count
    guard digits > 0, digits < name.count else { return name }
    return "\(name.dropLast(digits)) \(name.suffix(digits))"
  }

  private static func role(_ node: Node) -> String {
    switch node.role {
    case .intermediate: node.operation
    case .root: "root, \(node.operation)"
    case .constant, .input, .parameter: node.role.rawValue
    }
  }

  /// The word in a box's corner; a computed value has its operation instead.
  static func tag(_ role: Node.Role) -> String {
    switch role {
    case .input: "input"
    case .parameter: "parameter"
    case .constant: "constant"
    case .root: "root"
    case .intermediate: ""
    }
  }
}
