import GraphGradKit

/// Says where the first number that is not finite comes from, and why.
enum NonFiniteWarning {
  static func give(_ graph: Graph) {
    if let origin = graph.nonFiniteOrigin { Console.warning(words(origin)) }
  }

  private static func words(_ origin: NonFiniteOrigin) -> String {
    let head =
      origin.isGradient
      ? "\(origin.finding), the first gradient that is not finite"
      : "\(origin.finding), the first value that is not finite"
    return origin.reason.isEmpty ? head : "\(head): \(origin.reason)"
  }

  /// Whether there was something to say.
  static func give(_ network: NetworkPicture) -> Bool {
    switch network {
    case .values(let graph, _, _):
      let origin = graph.nonFiniteOrigin
      if let origin { Console.warning(words(origin)) }
      return origin != nil
    case .neurons(let network):
      let origin = network.nodes.first { !$0.output.value.isFinite }
      if let origin {
        let number = NumberFormat.exact(origin.output.value)
        Console.warning("\(origin.name) is \(number), which is not finite")
      }
      return origin != nil
    }
  }
}
