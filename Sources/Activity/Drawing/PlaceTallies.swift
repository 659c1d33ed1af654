internal import Autograd
internal import GraphModel

/// Means and ranges of everything that is drawn.
struct PlaceTallies {
  private(set) var outputs: [Extent]
  private(set) var preactivations: [Extent]
  private(set) var gradients: [Extent]
  private var contributions: [Extent]
  private let map: NetworkMap
  private let parameters: [Double]

  init(_ map: NetworkMap, _ lanes: LaneSet) {
    self.map = map
    parameters = lanes.parameters
    outputs = map.places.map { _ in Extent() }
    preactivations = outputs
    gradients = outputs
    contributions = map.connections.map { _ in Extent() }
  }

  mutating func add(_ replay: Replay, _ lane: Lane) {
    for (id, place) in map.places.enumerated() {
      for position in place.positions[lane.program] {
        outputs[id].add(replay.data[position])
        gradients[id].add(replay.gradients[position])
      }
      for position in place.preactivations?[lane.program] ?? [] {
        preactivations[id].add(replay.data[position])
      }
    }
    for (index, connection) in map.connections.enumerated() {
      contributions[index].add(connection.contribution(replay.data, parameters, lane.program))
    }
  }

  var edges: [NeuronEdge] {
    zip(map.connections, contributions).map { connection, extent in
      NeuronEdge(
        source: connection.source, target: connection.target,
        weight: connection.parameter.map { parameters[$0] }, contribution: extent.mean,
        isZero: extent.lowest == 0 && extent.highest == 0)
    }
  }
}

extension NetworkMap.Connection {
  /// All that the source adds to the target in an example.
  func contribution(_ data: [Double], _ parameters: [Double], _ program: Int) -> Double {
    let terms = terms[program].map { term in
      (term.parameter.map { parameters[$0] } ?? 1) * data[term.input]
    }
    return terms.dropFirst().reduce(terms.first ?? 0, +)
  }
}

extension Extent {
  var numbers: NeuronNode.Numbers {
    .init(value: mean, lowest: lowest, highest: highest)
  }
}
