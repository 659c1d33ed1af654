import GraphGradKit

/// A whole training run as the tool does it: data, losses, gradients and the optimiser.
struct TrainingBenchmark {
  let rows: [Row]
  let checksum: Double

  init(_ effort: Effort) throws(ExperimentError) {
    var stopwatch = Stopwatch()
    var rows: [Row] = []
    let losses = [
      ("spelled out", "{kind: crossEntropy, form: spelled}"), ("log Σ exp", "crossEntropy"),
    ]
    for (arithmetic, (words, loss)) in Arithmetic.allCases.flatMap({ arithmetic in
      losses.map { (arithmetic, $0) }
    }) {
      let start = try YinYangExperiment.trainer([
        "arithmetic=\(arithmetic.rawValue)", "loss=\(loss)",
      ])
      let steps = start.experiment.steps
      let time = stopwatch.time(effort.repetitions) {
        var trainer = start
        var sum = 0.0
        while let step = trainer.next() { sum += step.loss }
        return sum
      }
      rows.append(
        Row(
          "Trainer: one of \(steps) steps, with AdamW, \(arithmetic.rawValue), \(words)",
          time.divided(by: steps), peer: EnginePeer.micrograd))
    }
    self.rows = rows
    checksum = stopwatch.checksum
  }
}
