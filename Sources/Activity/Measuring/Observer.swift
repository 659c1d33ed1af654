internal import Autograd

/// Runs lanes and tells what each neuron does in them.
struct Observer {
  /// The neurons as they stand in each program; the same ones in the same order.
  let sites: [[NeuronSite]]
  private(set) var runner: LaneRunner

  init(_ lanes: LaneSet) {
    runner = lanes.runner
    sites = lanes.programs.map { $0.neurons().filter(\.isJudged) }
    precondition(
      sites.allSatisfy { $0.map(\.name) == sites[0].map(\.name) },
      "the programs of one network should have the same neurons")
  }

  /// The neurons in the lane, after a forward and a backward pass that adds the gradients of the
  /// parameters to `totals`.
  mutating func observe(_ lane: Lane, addingTo totals: inout [Double]) -> [Observation] {
    runner.forward(lane)
    runner.backward(seed: 1, addingTo: &totals)
    let replay = runner.replay
    let sites = sites[lane.program]
    let isUnsure = sites.contains {
      replay.data[$0.output] != 0 && replay.gradients[$0.output] == 0
    }
    let open = isUnsure ? OpenPaths(replay, to: runner.programs[lane.program].outputs) : nil
    return sites.map { site in
      let isOpen = open?.contains(site.output) ?? (replay.gradients[site.output] != 0)
      return Observation(site, replay, isOpen: isOpen)
    }
  }

  mutating func observe(_ lane: Lane) -> [Observation] {
    var totals = [Double](repeating: 0, count: runner.programs[0].parameters.count)
    return observe(lane, addingTo: &totals)
  }
}

/// The values from which a path without a derivative of 0 leads to an output.
private struct OpenPaths {
  private var isOpen: [Bool]

  init(_ replay: Replay, to outputs: [Int]) {
    isOpen = Array(repeating: false, count: replay.data.count)
    for output in outputs { isOpen[output] = true }
    for (node, instruction) in replay.program.instructions.enumerated().reversed()
    where isOpen[node] && instruction.op.arity > 0 {
      let (x, y) = (instruction.x, instruction.y)
      let slopes = instruction.op.pullback(1, replay.data[x], replay.data[y], replay.data[node])
      if slopes.x != 0 { isOpen[x] = true }
      if instruction.op.arity == 2, slopes.y != 0 { isOpen[y] = true }
    }
  }

  func contains(_ position: Int) -> Bool { isOpen[position] }
}
