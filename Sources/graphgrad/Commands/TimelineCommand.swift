import ArgumentParser
import GraphGradKit

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Draw when neurons died or came back during training.",
    discussion: """
      One row a neuron, one column a step, shaded by the share of training examples in which the \
      neuron fires; the loss above. A mark stands where a neuron died or came back. Each column \
      shows the parameters before that step's update, the last one those after the last update.

        graphgrad timeline Samples/dying-relu.yaml -o Output/timeline.svg --csv Output/timeline.csv
      """)

  @Argument(
    help: "An experiment, a YAML file, or a recording (.gradrec); - for standard input.")
  var experiment: String

  @Option(name: [.customShort("o"), .long], help: "The picture; - for standard output.")
  var output: String?

  @Option(help: "svg, png, pdf or dot; by default what the output's name ends in.")
  var format: GraphFormat?

  @OptionGroup(title: "Options for pictures") var picture: PictureOptions

  @Option(help: "A CSV file of step,loss,neuron,fires,event; - for standard output.")
  var csv: String?

  @Option(name: .customLong("set"), help: "Another value for a key, such as steps=20.")
  var settings: [String] = []

  func run() throws {
    let format = try pictureFormat()
    guard output != nil || csv != nil else {
      throw Failure.wrongInput("error: say where to write, such as -o timeline.svg or --csv -")
    }
    try Output.check(output, csv)
    let trained = try train()
    let picture = try format.map { try draw(trained, $0) }
    if let csv { try Output.write(Array(TimelineTable(trained.history).text.utf8), to: csv) }
    if let output, let picture { try Output.write(picture, to: output) }
  }

  private typealias Trained = (trainer: Trainer, state: NetworkState, history: FiringHistory)

  private func train() throws -> Trained {
    var run = try RunSource(experiment, settings: settings)
    guard run.trainer.experiment.steps > 0 else {
      throw Failure.wrongInput("error: this experiment trains no steps, so it has no timeline")
    }
    let (state, history) = try run.state(at: nil)
    return (run.trainer, state, history)
  }

  private func draw(_ trained: Trained, _ format: GraphFormat) throws -> [UInt8] {
    let caption = caption(trained.trainer, trained.state, trained.history)
    let drawing = try Output.drawing(orElse: SmallerPicture.ofPlot) { () throws(DrawingError) in
      try Drawing(Diagram(trained.history, caption: caption, theme: picture.theme))
    }
    return try picture.picture(
      of: drawing, format, output: output ?? "-", orElse: SmallerPicture.ofPlot)
  }

  private func caption(
    _ trainer: Trainer, _ state: NetworkState, _ history: FiringHistory
  ) -> Caption {
    let dead = history.names.indices.filter { history.death(of: $0) != nil }.count
    return Caption(
      title: TimelineTitle.text(trainer.experiment.name, history),
      detail: "\(trainer.experiment.steps) steps · \(trainer.split.train.count) training examples "
        + "· \(dead) of \(history.names.count) neurons dead at the end · training loss "
        + NumberFormat.text(for: state.loss))
  }

  private func pictureFormat() throws(Failure) -> GraphFormat? {
    try PictureName.format(of: output, saying: format, for: "a timeline")
  }
}

extension TimelineCommand: PictureCommand {
  var sources: [String] { [experiment] }
  var besides: String? { csv.map { _ in "--csv" } }

  func drawn() throws -> [UInt8] { try draw(train(), pictureFormat() ?? .svg) }
}
