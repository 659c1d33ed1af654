import ArgumentParser
import GraphGradKit

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the network of an experiment and draw its graph at every step.",
    discussion: """
      An experiment is a YAML file that names data, model, loss, optimizer, steps and view; \
      Samples/ has some. Frame K shows one example at step K, forward and backward, with the \
      parameters before that step's update; no box moves between frames.

      The run is recorded beside the frames, in run.gradrec: pictures of any step and example, \
      verdicts and the page come from it without training again. A run that was interrupted goes \
      on with --resume, bit for bit as if it had never stopped.

        graphgrad train Samples/yinyang.yaml
        graphgrad train Samples/yinyang.yaml --frames none --losses - --set seed=7
        graphgrad train Samples/yinyang.yaml --frames none --fast
        graphgrad train Samples/moons.yaml --frames none --record Output/moons.gradrec
        graphgrad train --resume Output/moons.gradrec --frames none
      """)

  enum FrameFormat: String, CaseIterable, ExpressibleByArgument { case svg, png, none }

  @Argument(help: "The experiment, a YAML file; - for standard input.")
  var experiment: String?

  @Option(help: "A recording of an interrupted run to go on with, instead of an experiment.")
  var resume: String?

  @Option(
    help: "Where to record the run; none for nowhere; run.gradrec beside the frames by default.")
  var record: String?

  @Option(
    help: "Record every so many steps; by default all, or about a thousand of a long run.")
  var recordEvery: Int?

  @Option(name: .customLong("set"), help: "Another value for a key, such as model.layers=[16,3].")
  var settings: [String] = []

  @Flag(
    help: """
      Sums in any order and quicker functions, within 1e-12 of the exact numbers; the same as \
      "arithmetic: fast" in the experiment.
      """)
  var fast = false

  @Option(help: "What kind of picture each frame is.")
  var frames = FrameFormat.svg

  @Option(
    help: """
      A frame every so many steps, and one of the last; by default 1, or 50 frames of large \
      networks.
      """)
  var every: Int?

  @OptionGroup var view: ViewOptions

  @Option(
    name: [.customShort("o"), .long],
    help: "The folder of the frames; Output/ and the experiment's name by default.")
  var output: String?

  @Option(help: "A CSV file of step,split,loss; - for standard output.")
  var losses: String?

  @Flag(help: "Say nothing but errors and what was asked for.")
  var quiet = false

  func run() throws {
    try Failure.check("--every", every)
    try Failure.check("--record-every", recordEvery)
    let source = try TrainingSource(
      experiment: experiment, resume: resume, settings: settings + (fast ? ["arithmetic=fast"] : [])
    )
    var trainer = source.trainer
    try checkResults(trainer)
    try Output.check(record == "none" ? nil : record, losses)
    var frames = try FrameWriter(
      trainer,
      view.resolve(trainer, sizeLimit: frames.picture == nil ? nil : Drawing.defaultSizeLimit),
      format: frames.picture, folder: output,
      every: every ?? FrameWriter.usualDistance(trainer, steps: trainer.experiment.steps),
      goesOn: source.goesOn)
    let recording = try recordingLog(source, frames)
    var losses = LossLog(path: losses)
    var progress = Progress(count: trainer.experiment.steps, isQuiet: quiet)
    var health = HealthCheck()
    var summary = Summary(first: source.firstStep)
    if self.losses != nil || frames.draws {
      try source.seeEarlierSteps(isQuiet: quiet) { step in
        try losses.add(step)
        frames.see(step)
      }
    }
    while let step = trainer.next() {
      try recording.add(step)
      try losses.add(RecordedStep(step))
      try frames.add(step, &trainer)
      progress.report(step)
      health.check(step, trainer)
      summary.add(RecordedStep(step))
    }
    try recording.finish(&trainer)
    try losses.finish()
    guard !quiet || trainer.experiment.steps == 0 else { return }
    let words = summary.text(&trainer, frames, recording)
    if quiet || self.losses == "-" { Console.error(words) } else { try Console.write(words + "\n") }
  }

  /// Fails for a run that would leave nothing of what was asked for.
  private func checkResults(_ trainer: Trainer) throws(Failure) {
    if trainer.experiment.steps == 0, record ?? "none" != "none" || losses != nil {
      throw .wrongInput(
        "\(experiment ?? ""): error: this experiment trains no steps, so there is nothing to record"
      )
    }
    if quiet, frames == .none, record ?? "none" == "none", losses == nil, resume == nil {
      throw .wrongInput(
        "--quiet: error: with --frames none nothing would be left of this run; add --record or "
          + "--losses")
    }
  }

  private func recordingLog(
    _ source: TrainingSource, _ frames: FrameWriter
  ) throws(Failure) -> RecordingLog {
    if let resumed = source.resumed {
      guard record == nil, recordEvery == nil else {
        throw .option(
          "--resume", resumed.path,
          "this goes on with its own recording, without --record and --record-every")
      }
      return try RecordingLog(resuming: resumed.recording, path: resumed.path)
    }
    let beside = self.frames == .none ? nil : "\(frames.folder)/run.gradrec"
    let path = record == "none" ? nil : record ?? beside
    try Output.check(path, losses)
    return try RecordingLog(source.trainer, path: path, every: recordEvery)
  }
}

extension Train.FrameFormat {
  var picture: PictureFormat? { PictureFormat(rawValue: rawValue) }
}
