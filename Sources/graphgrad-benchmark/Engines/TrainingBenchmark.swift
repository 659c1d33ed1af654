import GraphGradKit

/// A whole training run as the tool does it: data, losses, gradients and the optimiser.
struct TrainingBenchmark {
  let row: Row
  let checksum: Double

  init(_ effort: Effort) throws(ExperimentError) {
    let start = try YinYangExperiment.trainer()
    let steps = start.experiment.steps
    var stopwatch = Stopwatch()
    let time = stopwatch.time(effort.repetitions) {
      var trainer = start
      var sum = 0.0
      while let step = trainer.next() { sum += step.loss }
      return sum
    }
    row = Row(
      "Trainer: one of \(steps) steps, with AdamW", time.divided(by: steps),
      peer: EnginePeer.micrograd)
    checksum = stopwatch.checksum
  }
}
