import GraphGradKit

/// Every neuron of a network set to 0 over all examples.
struct AblationBenchmark {
  let section: Section
  let checksum: Double

  private static let steps = 20

  init(_ moons: Workload, _ effort: Effort) throws(ExperimentError) {
    var stopwatch = Stopwatch()
    let small = Self.lanes(moons)
    let smallSweep = stopwatch.time(effort.repetitions) { Self.sum(small.removalEffects()) }
    let settings = ["model={layers: [32, 32, 3], activation: relu}", "steps=\(Self.steps)"]
    let start = try YinYangExperiment.trainer(settings)
    let large = start.laneSet(start.parameters, over: start.split.train)
    let largeSweep = stopwatch.time(effort.repetitions) { Self.sum(large.removalEffects()) }
    let whole = stopwatch.time(effort.repetitions) {
      Activity(large).neurons.reduce(0) { $0 + $1.measurement.fires }
    }
    let training = stopwatch.time(effort.repetitions) {
      var trainer = start
      var sum = 0.0
      while let step = trainer.next() { sum += step.loss }
      return sum
    }
    let peer = "2-32-32-3: training, \(Self.steps) steps"
    section = Section(
      "Zero effect: every neuron set to 0 over all examples", unit: "sweep", peer: "training",
      rows: [
        Row("2-16-16-1 of B, 32 neurons × 100 examples", smallSweep),
        Row("2-32-32-3, 64 neurons × 80 examples", largeSweep, peer: peer),
        Row("2-32-32-3: to 0, to its mean, gradients, proofs, verdicts", whole, peer: peer),
        Row(peer, training),
      ])
    checksum = stopwatch.checksum
  }

  private static func sum(_ effects: [Effect]) -> Double { effects.reduce(0) { $0 + $1.outputs } }

  private static func lanes(_ workload: Workload) -> LaneSet {
    Tape.recording {
      let (programs, lanes) = workload.lanes(of: workload.recordModel())
      return LaneSet(
        programs, lanes: lanes, parameters: workload.parameters,
        prediction: { $0[0] > 0 ? 1 : 0 })
    }
  }
}
