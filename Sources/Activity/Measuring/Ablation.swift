internal import Autograd

/// Sets each neuron's output to a number, in every lane, and replays what depends on it.
///
/// Lanes are taken in blocks that fit into memory; of a block every value is kept, so that only
/// what is downstream of a neuron has to be computed again.
struct Ablation {
  private let lanes: LaneSet
  private let sites: [[NeuronSite]]

  /// Values of a block, at 8 bytes each.
  private static let blockSize = 8_000_000

  init(_ lanes: LaneSet, _ sites: [[NeuronSite]]) {
    self.lanes = lanes
    self.sites = sites
  }

  /// The effects of setting each neuron to its number.
  func effects(of numbers: [Double]) -> [Effect] {
    var effects = numbers.map { _ in Effect() }
    var runner = lanes.runner
    let nodes = lanes.programs.map { $0.program.instructions.count }.max() ?? 1
    let length = max(1, Self.blockSize / nodes)
    for start in stride(from: 0, to: lanes.lanes.count, by: length) {
      var block: [AblatedLane] = []
      for lane in lanes.lanes[start..<min(start + length, lanes.lanes.count)] {
        runner.forward(lane)
        block.append(AblatedLane(runner, lane.program, lanes))
      }
      for (neuron, number) in numbers.enumerated() {
        measure(neuron, number, &block, &effects[neuron])
      }
    }
    return effects
  }

  private func measure(
    _ neuron: Int, _ number: Double, _ block: inout [AblatedLane], _ effect: inout Effect
  ) {
    var dependents = [[Int32]?](repeating: nil, count: lanes.programs.count)
    for index in block.indices {
      let program = block[index].program
      let position = sites[program][neuron].output
      if block[index].value(at: position) == number {
        effect.add(.none)
        continue
      }
      let nodes = dependents[program] ?? lanes.programs[program].program.dependents(of: position)
      dependents[program] = nodes
      effect.add(block[index].change(at: position, to: number, recomputing: nodes, lanes))
    }
  }
}
