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
      outputs[id].add(replay.data[place.positions[lane.program]])
      gradients[id].add(replay.gradients[place.positions[lane.program]])
      if let sums = place.preactivations {
        preactivations[id].add(replay.data[sums[lane.program]])
      }
    }
    for (index, connection) in map.connections.enumerated() {
      let position = map.places[connection.source].positions[lane.program]
      contributions[index].add(weight(connection) * replay.data[position])
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

  private func weight(_ connection: NetworkMap.Connection) -> Double {
    connection.parameter.map { parameters[$0] } ?? 1
  }
}

extension Extent {
  var numbers: NeuronNode.Numbers {
    .init(value: mean, lowest: lowest, highest: highest)
  }
}
