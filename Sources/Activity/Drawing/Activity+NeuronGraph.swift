public import Autograd
public import GraphModel

extension Activity {
  /// The network in one example, which need not be of the set; verdicts are those of the set and
  /// what holds here.
  public func neuronGraph(of lane: Lane, name: String) -> NeuronGraph {
    var runner = lanes.runner
    runner.forward(lane)
    runner.backward()
    let replay = runner.replay
    let readings = readings(lane)
    let judged = judged
    let map = NetworkMap(lanes.programs)
    let nodes = map.places.enumerated().map { id, place in
      let position = place.positions[lane.program]
      var node = NeuronNode(
        id, place, isLoss: id == map.loss, output: .init(replay.data[position]),
        preactivation: place.preactivations.map { .init(replay.data[$0[lane.program]]) },
        gradient: .init(replay.gradients[position]),
        preactivationGradient: place.preactivations.map {
          .init(replay.gradients[$0[lane.program]])
        })
      if let index = judged[place.name] {
        node.verdict = readings[index].verdict
        node.holds = readings[index].findings
        node.reason = readings[index].reason
        node.fires = neurons[index].measurement.fires
      }
      return node
    }
    let edges = map.connections.map { connection in
      let weight = connection.parameter.map { lanes.parameters[$0] }
      let contribution = (weight ?? 1) * nodes[connection.source].output.value
      return NeuronEdge(
        source: connection.source, target: connection.target, weight: weight,
        contribution: contribution, isZero: contribution == 0)
    }
    return NeuronGraph(name: name, exampleCount: nil, nodes: nodes, edges: edges)
  }

  /// The network over all examples of the set: means and ranges.
  public func neuronGraph(name: String) -> NeuronGraph {
    let map = NetworkMap(lanes.programs)
    var tallies = PlaceTallies(map, lanes)
    let judged = judged
    var runner = lanes.runner
    for lane in lanes.lanes {
      runner.forward(lane)
      runner.backward()
      tallies.add(runner.replay, lane)
    }
    let nodes = map.places.enumerated().map { id, place in
      var node = NeuronNode(
        id, place, isLoss: id == map.loss, output: tallies.outputs[id].numbers,
        preactivation: place.preactivations.map { _ in tallies.preactivations[id].numbers },
        gradient: tallies.gradients[id].numbers, preactivationGradient: nil)
      if let index = judged[place.name] {
        node.verdict = neurons[index].verdict
        node.holds = neurons[index].findings
        node.reason = neurons[index].reason
        node.fires = neurons[index].measurement.fires
      }
      return node
    }
    return NeuronGraph(
      name: name, exampleCount: lanes.lanes.count, nodes: nodes, edges: tallies.edges)
  }

  /// The neurons that have a verdict, by name.
  private var judged: [String: Int] {
    Dictionary(
      neurons.enumerated().map { ($1.site.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Means and ranges of everything that is drawn.
private struct PlaceTallies {
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
  fileprivate var numbers: NeuronNode.Numbers {
    .init(value: mean, lowest: lowest, highest: highest)
  }
}

extension NeuronNode {
  fileprivate init(
    _ id: Int, _ place: NetworkMap.Place, isLoss: Bool, output: Numbers, preactivation: Numbers?,
    gradient: Numbers, preactivationGradient: Numbers?
  ) {
    let kind: Kind =
      isLoss ? .loss : place.site == nil ? .input : place.isOutput ? .output : .neuron
    self.init(
      id: id, kind: kind, column: place.column, name: place.name, label: place.label,
      activation: place.site?.activation?.name, preactivation: preactivation, output: output,
      gradient: gradient, preactivationGradient: preactivationGradient)
  }
}
