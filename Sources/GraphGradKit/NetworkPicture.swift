public import Diagrams
public import GraphModel
public import Graphviz
internal import Refusal

/// A network's numbers in one of its views.
public enum NetworkPicture: Sendable {
  /// Every value, or in place of some the scopes they are folded into.
  case values(Graph, foldsSums: Bool, folding: Folding = Folding())
  /// One node a neuron.
  case neurons(NeuronGraph)

  /// The same picture with changes in place of numbers.
  ///
  /// - Parameters:
  ///   - earlier: the same view of the same network at another moment.
  ///   - words: when that was, such as `step 36`.
  public func changes(from earlier: NetworkPicture, named words: String) -> NetworkPicture {
    switch (self, earlier) {
    case (.values(let graph, let foldsSums, let folding), .values(let before, _, _)):
      .values(
        graph.changes(from: before, named: words), foldsSums: foldsSums, folding: folding)
    case (.neurons(let network), .neurons(let before)):
      .neurons(network.changes(from: before, named: words))
    default: refuse("two different views cannot be compared")
    }
  }

  /// The moments within the step: forward, loss, backward, and the update; with every value, since
  /// of a folded scope it cannot be said what of it is known.
  ///
  /// - Parameters:
  ///   - grain: how much happens at once.
  ///   - updated: the parameters after the step, by name such as `layer1/neuron3/w2`; `nil` for no
  ///     moment that shows the update.
  public func moments(
    by grain: Moment.Grain, updated: [String: Double]? = nil
  ) -> [NetworkPicture] {
    switch self {
    case .values(let graph, let foldsSums, _):
      let moved = updated.map { graph.parameters(named: $0) }
      return graph.moments(by: grain, updated: moved).map {
        .values($0, foldsSums: foldsSums, folding: .none)
      }
    case .neurons(let network):
      let moved = updated.map { network.weights(named: $0) }
      return network.moments(by: grain, updated: moved).map { .neurons($0) }
    }
  }

  /// Lays the picture out.
  ///
  /// - Throws: ``DrawingError``.
  public func drawing(
    caption: Caption, theme: Theme = .standard, sizeLimit: Int = Drawing.defaultSizeLimit
  ) throws(DrawingError) -> Drawing {
    switch self {
    case .values(let graph, let foldsSums, let folding):
      try Drawing(
        graph, caption: caption, foldingSums: foldsSums, folding: folding, theme: theme,
        sizeLimit: sizeLimit)
    case .neurons(let network):
      try Drawing(Diagram(network, caption: caption, theme: theme), sizeLimit: sizeLimit)
    }
  }

  /// All numbers, as JSON.
  public func json() -> [UInt8] {
    switch self {
    case .values(let graph, _, _): JSONText.encode(graph)
    case .neurons(let network): JSONText.encode(network)
    }
  }
}

extension Drawing {
  /// The picture of another moment, at the same places.
  public func picture(
    _ format: PictureFormat, of network: NetworkPicture, caption: Caption
  ) throws(DrawingError) -> [UInt8] {
    switch network {
    case .values(let graph, _, _): try picture(format, of: graph, caption: caption)
    case .neurons(let network):
      try picture(format, of: diagram.with(network, caption))
    }
  }
}

extension Graph {
  /// The numbers of parameters by id.
  fileprivate func parameters(named numbers: [String: Double]) -> [Int: Double] {
    var found: [Int: Double] = [:]
    for node in nodes where node.role == .parameter {
      let name = (node.scope + [node.name].compactMap(\.self)).joined(separator: "/")
      if let number = numbers[name] { found[node.id] = number }
    }
    return found
  }
}

extension NeuronGraph {
  /// The numbers of weights by the place of their edge.
  fileprivate func weights(named numbers: [String: Double]) -> [Int: Double] {
    var found: [Int: Double] = [:]
    for (place, edge) in edges.enumerated() {
      if let name = edge.parameter, let number = numbers[name] { found[place] = number }
    }
    return found
  }
}
