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

  private static func label(_ node: Node) -> String {
    let name = node.name ?? "value \(node.id) (\(node.operation))"
    return (node.scope + [name]).joined(separator: "/")
  }
}
