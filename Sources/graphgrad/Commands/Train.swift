import ArgumentParser
import GraphGradKit

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the network of an experiment and draw its graph at every step.",
    discussion: """
      An experiment is a YAML file that names data, model, loss, optimizer, steps and view; \
      Samples/ has some. Frame K shows one example at step K, forward and backward, with the \
      parameters before that step's update; no box moves between frames.

        graphgrad train Samples/yinyang.yaml
        graphgrad train Samples/yinyang.yaml --frames none --losses - --set seed=7
      """)

  enum FrameFormat: String, CaseIterable, ExpressibleByArgument { case svg, png, none }

  @Argument(help: "The experiment, a YAML file; - for standard input.")
  var experiment: String

  @Option(name: .customLong("set"), help: "Another value for a key, such as model.layers=[16,3].")
  var settings: [String] = []

  @Option(help: "What kind of picture each frame is.")
  var frames = FrameFormat.svg

  @Option(help: "A frame every so many steps, and one of the last.")
  var every = 1

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
    guard every >= 1 else { throw Failure.wrongInput("error: --every should be 1 or more") }
    var trainer = try ExperimentSource.trainer(experiment, settings: settings)
    var frames = try FrameWriter(
      trainer, view.resolve(trainer), format: frames.picture, folder: output, every: every)
    var losses = try LossLog(path: losses)
    var progress = Progress(count: trainer.experiment.steps, isQuiet: quiet)
    var health = HealthCheck()
    var summary = Summary()
    while let step = trainer.next() {
      try losses.add(step)
      try frames.add(step, &trainer)
      progress.report(step)
      health.check(step)
      summary.add(step)
    }
    try losses.finish()
    guard !quiet else { return }
    let words = summary.text(&trainer, frames)
    if self.losses == "-" { Console.error(words) } else { try Console.write(words + "\n") }
  }
}

extension Train.FrameFormat {
  var picture: PictureFormat? { PictureFormat(rawValue: rawValue) }
}
