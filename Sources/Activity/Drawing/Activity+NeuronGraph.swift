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
        let reading = readings[index]
        node.judge(
          reading.verdict, reading.findings, reading.reason,
          fires: neurons[index].measurement.fires)
      }
      return node
    }
    let first = lanes.programs[0]
    let edges = map.connections.map { connection in
      let weight = connection.parameter.map { lanes.parameters[$0] }
      // Adding 0 takes the sign from a zero.
      let contribution = (weight ?? 1) * nodes[connection.source].output.value + 0
      var edge = NeuronEdge(
        source: connection.source, target: connection.target, weight: weight,
        contribution: contribution, isZero: contribution == 0)
      edge.parameter = connection.parameter.map {
        first.program.label(of: first.parameters[$0])
      }
      return edge
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
        let neuron = neurons[index]
        node.judge(
          neuron.verdict, neuron.findings, neuron.reason, fires: neuron.measurement.fires)
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

extension NeuronNode {
  fileprivate mutating func judge(
    _ verdict: Verdict, _ findings: [Finding], _ reason: String, fires: Double
  ) {
    self.verdict = verdict
    self.reason = reason
    self.fires = fires
    holds = findings
  }

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
