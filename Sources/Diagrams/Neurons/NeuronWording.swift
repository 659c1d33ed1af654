internal import GraphModel

/// The sentences behind the boxes and curves of a network.
enum NeuronWording {
  static func title(of node: NeuronNode, isOverData: Bool) -> String {
    var parts = [Wording.scope(node.name.split(separator: "/").map(String.init))]
    if node.label != node.name.split(separator: "/").last.map(String.init) {
      parts[0] += " (\(node.label))"
    }
    if let changes = node.changes { return (parts + words(changes, node)).joined(separator: "; ") }
    if let reason = node.reason { parts.append(reason) }
    let isOverData = isOverData || node.instances != nil
    if let sum = node.preactivation, node.activation != nil {
      parts.append("pre-activation \(numbers(sum, isOverData))")
    }
    parts.append("\(node.activation ?? "value") \(numbers(node.output, isOverData))")
    if let gradient = node.gradient, node.kind != .loss {
      parts.append("gradient \(numbers(gradient, isOverData))")
    }
    if let gradient = node.preactivationGradient, node.activation != nil {
      parts.append("gradient of the pre-activation \(numbers(gradient, isOverData))")
    }
    if let probability = node.probability {
      parts.append("probability \(NumberFormat.exact(probability))")
    }
    if let fires = node.fires.map(NumberFormat.percent) {
      parts.append(
        node.instances == nil
          ? "fires in \(fires) of the set" : "fires at \(fires) of its places in the set")
    }
    return parts.joined(separator: "; ")
  }

  private static func words(_ changes: NeuronNode.Changes, _ node: NeuronNode) -> [String] {
    let all: [(String, Change?)] = [
      ("pre-activation", node.activation == nil ? nil : changes.preactivation),
      (node.activation ?? "value", changes.output),
      ("gradient", node.kind == .loss ? nil : changes.gradient),
      (
        "gradient of the pre-activation",
        node.activation == nil ? nil : changes.preactivationGradient
      ),
    ]
    return (changes.fate.map { [NeuronText.word($0)] } ?? [])
      + all.compactMap { name, change in change.map { "\(name) \(Wording.words($0))" } }
  }

  static func title(of edge: NeuronEdge, in network: NeuronGraph) -> String {
    let (source, target) = (network.nodes[edge.source], network.nodes[edge.target])
    let names = "\(source.name) → \(target.name)"
    if let change = edge.change { return "\(names): what it adds \(Wording.words(change))" }
    let contribution = NumberFormat.exact(edge.contribution)
    guard let weight = edge.weight else { return "\(names): \(contribution)" }
    if network.exampleCount != nil {
      return "\(names): weight \(NumberFormat.exact(weight)), adds \(contribution) on average"
    }
    let value = NumberFormat.exact(source.output.value)
    return "\(names): adds \(contribution) = \(NumberFormat.exact(weight)) × \(value)"
  }

  private static func numbers(_ numbers: NeuronNode.Numbers, _ isOverData: Bool) -> String {
    let value = NumberFormat.exact(numbers.value)
    guard isOverData else { return value }
    let (low, high) = (NumberFormat.exact(numbers.lowest), NumberFormat.exact(numbers.highest))
    return "from \(low) to \(high), mean \(value)"
  }
}
