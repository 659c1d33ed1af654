internal import GraphModel

/// What happens at a moment within a step, in words and numbers of the neuron view.
enum NeuronMomentWording {
  /// Such as `backward 4 of 9 · layer 1 · neuron 2 · ∂L/∂relu = 1.52 × −0.0011 + …`.
  static func words(_ network: NeuronGraph) -> String {
    guard let moment = network.moment else { return "" }
    let head = MomentWording.head(moment)
    if moment.phase == .update {
      let moved = network.edges.filter { ($0.change?.difference ?? 0) != 0 }.count
      return
        "\(head) · \(moved) of \(network.edges.filter { $0.weight != nil }.count) weights moved"
    }
    guard let id = moment.active.first else { return head }
    let node = network.nodes[id]
    guard moment.active.count == 1 else {
      return "\(head) · \(moment.active.count) \(node.kind == .input ? "inputs" : "neurons")"
    }
    let name =
      node.kind == .neuron
      ? Wording.scope(node.name.split(separator: "/").map(String.init)) : node.label
    return "\(head) · \(name) · "
      + (moment.phase == .backward ? backward(node, network) : forward(node, network))
  }

  private static func forward(_ node: NeuronNode, _ network: NeuronGraph) -> String {
    let output = NumberFormat.text(for: node.output.value)
    guard let sum = node.preactivation, let activation = node.activation else {
      return node.kind == .loss ? output : "z = \(output)"
    }
    let terms = network.edges.filter { $0.target == node.id }.map { edge in
      let value = NumberFormat.short(network.nodes[edge.source].output.value)
      return edge.weight.map { "\(NumberFormat.short($0)) × \(value)" } ?? value
    }
    let number = NumberFormat.text(for: sum.value)
    return "z = \(shortened(terms)) + b = \(number), \(activation)(z) = \(output)"
  }

  private static func backward(_ node: NeuronNode, _ network: NeuronGraph) -> String {
    if node.kind == .loss { return "∂L/∂L = 1" }
    let name = node.activation ?? (node.kind == .output ? "z" : "input")
    let gradient = NumberFormat.text(for: node.gradient?.value ?? 0)
    if node.kind == .output, node.activation == nil { return "∂L/∂z = \(gradient)" }
    let terms = network.edges.filter { $0.source == node.id }.compactMap { edge -> String? in
      guard let weight = edge.weight, let after = network.nodes[edge.target].preactivationGradient
      else { return nil }
      return "\(NumberFormat.short(weight)) × \(NumberFormat.short(after.value))"
    }
    let sum = terms.isEmpty ? "" : " = \(shortened(terms))"
    let start = "∂L/∂\(name)\(sum) = \(gradient)"
    guard node.activation != nil, let own = node.preactivationGradient else { return start }
    return "\(start), ∂L/∂z = \(NumberFormat.text(for: own.value))"
  }

  private static func shortened(_ terms: [String]) -> String {
    terms.prefix(3).joined(separator: " + ") + (terms.count > 3 ? " + …" : "")
  }
}
