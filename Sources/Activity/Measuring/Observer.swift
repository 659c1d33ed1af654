internal import Autograd

/// Runs lanes and tells what each judged neuron does in them.
struct Observer {
  private let lanes: LaneSet
  private let tolerance: Double
  private var runner: LaneRunner

  /// - Parameter tolerance: outputs of this size and below do not count as firing.
  init(_ lanes: LaneSet, tolerance: Double) {
    self.lanes = lanes
    self.tolerance = tolerance
    runner = lanes.runner
  }

  /// The neurons in a lane that need not be of the set.
  mutating func observe(_ lane: Lane) -> [Observation] {
    var batch = lanes.batch
    var observations: [Observation] = []
    var totals = [Double](repeating: 0, count: lanes.parameters.count)
    batch.backward(LaneTable([lane]), seed: 1, addingTo: &totals) { tile in
      observations = lanes.survey.judged[tile.program].map {
        Observation($0, tile, 0, tolerance: tolerance)
      }
    }
    return opened(observations, lane)
  }

  /// The neurons in every lane of the set, lane by lane.
  ///
  /// - Parameters:
  ///   - totals: what the gradients of the parameters are added to, from the last lane of each
  ///     table to the first.
  ///   - visit: gets what each neuron does in a lane, and the lane's loss.
  mutating func observe(
    addingTo totals: inout [Double], _ visit: (Double, ArraySlice<Observation>) -> Void
  ) {
    let sites = lanes.survey.judged
    let count = sites[0].count
    var batch = lanes.batch
    var start = 0
    for table in lanes.survey.tables {
      var losses = [Double](repeating: 0, count: table.count)
      var all = [Observation](repeating: .none, count: table.count * count)
      batch.backward(table, seed: 1, addingTo: &totals) { tile in
        let tileLosses = tile.losses
        for place in 0..<tile.count { losses[tile.lane(place)] = tileLosses[place] }
        for (neuron, site) in sites[tile.program].enumerated() {
          for place in 0..<tile.count {
            all[tile.lane(place) * count + neuron] = Observation(
              site, tile, place, tolerance: tolerance)
          }
        }
      }
      for lane in 0..<table.count {
        let range = lane * count..<(lane + 1) * count
        if all[range].contains(where: \.isUnsure) {
          all.replaceSubrange(range, with: opened(Array(all[range]), lanes.lanes[start + lane]))
        }
        visit(losses[lane], all[range])
      }
      start += table.count
    }
  }

  /// Finds out about neurons whose gradient is 0 whether it is for want of a path.
  private mutating func opened(_ observations: [Observation], _ lane: Lane) -> [Observation] {
    guard observations.contains(where: \.isUnsure) else { return observations }
    runner.forward(lane)
    let open = OpenPaths(runner.replay, to: runner.programs[lane.program].outputs)
    return zip(observations, lanes.survey.judged[lane.program]).map { observation, site in
      var observation = observation
      guard observation.isUnsure else { return observation }
      observation.isOpen = site.outputs.contains {
        runner.value(at: $0) != 0 && open.contains($0)
      }
      return observation
    }
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
      let slopes = instruction.slopes(at: node, replay.data)
      for (operand, slope) in zip(instruction.operands, slopes) where slope != 0 {
        isOpen[operand] = true
      }
    }
  }

  func contains(_ position: Int) -> Bool { isOpen[position] }
}
