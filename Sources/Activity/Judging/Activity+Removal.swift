internal import Autograd
internal import GraphModel

extension Activity {
  /// The neurons that can be taken out together without changing one bit of any output, by their
  /// places in ``neurons``.
  ///
  /// Each has zero effect alone; together they may have one, when one does the work of the other.
  /// So each is tried beside those already chosen, and stays in the network if an output changes.
  public var removable: [Int] {
    let outgoing = lanes.survey.outgoing
    let candidates = neurons.indices.filter { index in
      !neurons[index].site.isOutput && neurons[index].measurement.removal.outputs == 0
        && outgoing.weights(of: neurons[index].site) != nil
    }
    var trial = RemovalTrial(lanes)
    // Dead ones first: they change nothing for the others.
    let order = candidates.filter { isDead($0) } + candidates.filter { !isDead($0) }
    return order.filter { trial.removes(outgoing.weights(of: neurons[$0].site) ?? []) }.sorted()
  }

  private func isDead(_ index: Int) -> Bool { neurons[index].findings.contains(.dead) }
}

/// Sets more and more weights to 0 as long as no output changes.
private struct RemovalTrial {
  private let lanes: LaneSet
  private let places: [Int: Int]
  private let outputs: [[Double]]
  private var parameters: [Double]
  private var runner: LaneRunner

  init(_ lanes: LaneSet) {
    self.lanes = lanes
    let program = lanes.programs[0]
    places = Dictionary(
      zip(program.parameters, program.parameters.indices), uniquingKeysWith: { first, _ in first })
    parameters = lanes.parameters
    var runner = lanes.runner
    outputs = lanes.lanes.map { lane in
      runner.forward(lane)
      return runner.outputs
    }
    self.runner = runner
  }

  /// Whether the weights at these positions can be 0 too; if so, they are from now on.
  mutating func removes(_ positions: [Int]) -> Bool {
    var trial = parameters
    for place in positions.compactMap({ places[$0] }) { trial[place] = 0 }
    runner.set(trial)
    for (lane, expected) in zip(lanes.lanes, outputs) {
      runner.forward(lane)
      let isSame = zip(runner.outputs, expected).allSatisfy { Change.difference($0, $1) == 0 }
      if !isSame { return false }
    }
    parameters = trial
    return true
  }
}
