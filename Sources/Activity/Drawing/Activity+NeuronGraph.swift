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
    let map = lanes.survey.map
    let nodes = map.places.enumerated().map { id, place in
      let (positions, sums) = (place.positions[lane.program], place.preactivations?[lane.program])
      var node = NeuronNode(
        id, place, isLoss: id == map.loss, output: .init(replay.data, positions),
        preactivation: sums.map { .init(replay.data, $0) },
        gradient: .init(replay.gradients, positions),
        preactivationGradient: sums.map { .init(replay.gradients, $0) })
      if node.instances != nil, place.site != nil {
        node.firingInstances = positions.count { replay.data[$0] != 0 }
      }
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
      // Adding 0 takes the sign from a zero.
      let contribution =
        connection.contribution(replay.data, lanes.parameters, lane.program) + 0
      var edge = NeuronEdge(
        source: connection.source, target: connection.target,
        weight: connection.parameter.map { lanes.parameters[$0] }, contribution: contribution,
        isZero: contribution == 0)
      edge.parameter = connection.parameter.map {
        first.program.label(of: first.parameters[$0])
      }
      return edge
    }
    return NeuronGraph(name: name, exampleCount: nil, nodes: nodes, edges: edges)
  }

  /// The network over all examples of the set: means and ranges.
  public func neuronGraph(name: String) -> NeuronGraph {
    let map = lanes.survey.map
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
    let count = place.positions.map(\.count).max() ?? 1
    if count > 1 { instances = count }
  }
}

extension NeuronNode.Numbers {
  /// The number at a position, or the mean and range of those at several.
  fileprivate init(_ numbers: [Double], _ positions: [Int]) {
    var extent = Extent()
    for position in positions { extent.add(numbers[position]) }
    self = positions.count == 1 ? .init(numbers[positions[0]]) : extent.numbers
  }
}
