import GraphGradKit

/// Says which value was the first that is not a finite number.
enum NonFiniteWarning {
  static func give(_ graph: Graph) {
    if let node = graph.firstNonFinite {
      Console.warning(
        "\(label(node)) is \(NumberFormat.exact(node.data)), the first value that is not finite")
    } else if let node = graph.firstNonFiniteGradient, let gradient = node.gradient {
      Console.warning("the gradient of \(label(node)) is \(NumberFormat.exact(gradient))")
    }
  }

  /// Whether there was something to say.
  static func give(_ network: NetworkPicture) -> Bool {
    switch network {
    case .values(let graph, _, _):
      if graph.firstNonFinite != nil { give(graph) }
      return graph.firstNonFinite != nil
    case .neurons(let network):
      let origin = network.nodes.first { !$0.output.value.isFinite }
      if let origin {
        let number = NumberFormat.exact(origin.output.value)
        Console.warning("\(origin.name) is \(number), which is not finite")
      }
      return origin != nil
    }
  }

  private static func label(_ node: Node) -> String {
    let name = node.name ?? "value \(node.id) (\(node.operation))"
    return (node.scope + [name]).joined(separator: "/")
  }
}
