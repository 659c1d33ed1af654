internal import GraphModel

/// What happens at a moment within a step, in words and numbers.
enum MomentWording {
  /// Such as `forward 12 of 63 · layer 1 · neuron 3 · relu(−0.5100) = 0`.
  static func words(_ graph: Graph) -> String {
    guard let moment = graph.moment else { return "" }
    let head = head(moment)
    let nodes = moment.active.map { graph.nodes[$0] }
    guard let first = nodes.first else { return head }
    let place = Wording.scope(sharedScope(nodes))
    let start = place.isEmpty ? head : "\(head) · \(place)"
    if moment.phase == .loss {
      return "\(start) · \(first.name ?? "root") = \(NumberFormat.text(for: first.data))"
    }
    guard nodes.count == 1 else { return "\(start) · \(nodes.count) operations" }
    return "\(start) · "
      + (moment.phase == .forward ? formula(first, in: graph) : products(first, in: graph))
  }

  static func head(_ moment: Moment) -> String {
    moment.count > 1
      ? "\(moment.phase.rawValue) \(moment.place) of \(moment.count)" : moment.phase.rawValue
  }

  private static func sharedScope(_ nodes: [Node]) -> [String] {
    nodes.dropFirst().reduce(nodes.first?.scope ?? []) { shared, node in
      zip(shared, node.scope).prefix { $0 == $1 }.map(\.0)
    }
  }

  /// `h2 = relu(0.5000) = 0.5000`.
  private static func formula(_ node: Node, in graph: Graph) -> String {
    let numbers = node.operands.map { NumberFormat.text(for: graph.nodes[$0].data) }
    let isWord = node.symbol.contains { $0.isLetter || $0 == "√" }
    let text =
      isWord
      ? "\(node.symbol)(\(numbers.joined(separator: ", ")))"
      : numbers.count == 1
        ? "\(node.symbol)\(numbers[0])" : numbers.joined(separator: " \(node.symbol) ")
    let name = node.name.map { "\($0) = " } ?? ""
    return "\(name)\(text) = \(NumberFormat.text(for: node.data))"
  }

  /// `∂/∂w2: 0.6400 = 1.0000 × 0.6400; ∂/∂h2: …`: what an operation passes back to its operands.
  private static func products(_ node: Node, in graph: Graph) -> String {
    let parts = node.operands.enumerated().compactMap { slot, operand -> String? in
      guard graph.nodes[operand].role != .constant else { return nil }
      let name = graph.nodes[operand].name ?? graph.nodes[operand].operation
      let (derivative, gradient) = (node.derivatives[slot], node.gradient ?? 0)
      let numbers = [
        State.isOff(node, slot: slot) ? 0 : derivative * gradient, derivative, gradient,
      ]
      .map(NumberFormat.text(for:))
      return "to \(name): \(numbers[0]) = \(numbers[1]) × \(numbers[2])"
    }
    return "\(node.symbol) passes back " + parts.joined(separator: "; ")
  }

  /// The product on an edge that has been gone back over: `0.64 = 1.00 × 0.64`; else nothing.
  static func product(of link: Link, in graph: Graph) -> String {
    let consumer = graph.nodes[link.consumer]
    guard consumer.progress?.isPassed == true, let gradient = consumer.gradient else { return "" }
    let derivative = consumer.derivatives[link.slot]
    let product = State.isOff(consumer, slot: link.slot) ? 0 : derivative * gradient
    let numbers = [product, derivative, gradient].map(NumberFormat.short)
    return "\(numbers[0]) = \(numbers[1]) × \(numbers[2])"
  }
}
