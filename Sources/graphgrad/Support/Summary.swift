import GraphGradKit

/// What a training run came to, in a few lines.
struct Summary {
  private var first: Double?
  private var last = 0.0

  /// - Parameter first: of a run that goes on.
  init(first: RecordedStep?) { self.first = first?.loss }

  mutating func add(_ step: RecordedStep) {
    first = first ?? step.loss
    last = step.loss
  }

  func text(
    _ trainer: inout Trainer, _ frames: FrameWriter, _ recording: RecordingLog
  ) -> String {
    let experiment = trainer.experiment
    guard experiment.steps > 0 else {
      return "\(experiment.name) trains no steps: graphgrad render draws it, graphgrad neurons "
        + "judges its neurons"
    }
    var lines = [
      "\(experiment.name): \(experiment.steps) steps, "
        + "\(trainer.parameters.count) parameters, training loss "
        + "\(NumberFormat.text(for: first ?? last)) → \(NumberFormat.text(for: last))"
    ]
    let split = trainer.split
    for (name, examples) in [
      ("training", split.train), ("validation", split.validation), ("test", split.test),
    ] where !examples.isEmpty {
      let (loss, accuracy) = trainer.evaluate(examples, trainer.parameters)
      let share = accuracy.map { ", accuracy \(Percent.text($0))" } ?? ""
      lines.append(
        "after training, \(examples.count) \(name) examples: loss "
          + NumberFormat.text(for: loss) + share)
    }
    if frames.count > 0 { lines.append("\(frames.count) frames in \(frames.folder)/") }
    if let path = recording.path { lines.append("recorded in \(path)") }
    return lines.joined(separator: "\n")
  }
}
