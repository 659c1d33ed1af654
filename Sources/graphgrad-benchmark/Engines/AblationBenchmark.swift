import GraphGradKit

/// Every neuron of a 2-32-32-3 ReLU network set to 0 over all 80 examples, beside training it.
struct AblationBenchmark {
  let section: Section
  let checksum: Double

  private static let steps = 20

  init(_ effort: Effort) throws(ExperimentError) {
    let settings = ["model={layers: [32, 32, 3], activation: relu}", "steps=\(Self.steps)"]
    let start = try YinYangExperiment.trainer(settings)
    let lanes = start.laneSet(start.parameters, over: start.split.train)
    var stopwatch = Stopwatch()
    let training = stopwatch.time(effort.repetitions) {
      var trainer = start
      var sum = 0.0
      while let step = trainer.next() { sum += step.loss }
      return sum
    }
    let sweep = stopwatch.time(effort.repetitions) {
      lanes.removalEffects().reduce(0) { $0 + $1.outputs }
    }
    let whole = stopwatch.time(effort.repetitions) {
      Activity(lanes).neurons.reduce(0) { $0 + $1.measurement.fires }
    }
    let peer = "training: \(Self.steps) steps"
    section = Section(
      "Zero effect: 64 neurons × 80 examples of a 2-32-32-3 network", unit: "sweep",
      peer: "training",
      rows: [
        Row("sweep: every neuron set to 0", sweep, peer: peer),
        Row("Activity: to 0, to its mean, gradients, proofs, verdicts", whole, peer: peer),
        Row(peer, training),
      ])
    checksum = stopwatch.checksum
  }
}
