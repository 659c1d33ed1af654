import ArgumentParser
import GraphGradKit

struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Plot losses, boundaries, activations, weights and more of one run or several.",
    discussion: """
      loss: training and validation loss, step by step, with flags where neurons died. boundary: \
      where a network of two inputs predicts which class, with its training examples; wrong ones \
      have a cross; of a network that predicts a number, lines of equal numbers. activations: how \
      large the outputs of each layer's neurons are. weights: squares whose areas are the weights, \
      full where positive, open where negative. units: for each unit of the first layer a block of \
      what it reads, so many in a row. path: the way of a network's two parameters over \
      lines of equal loss. optimizer: what the optimizer remembers of each parameter, step by step, \
      or of more than six parameters the root mean square of each layer. kernels: the weights of \
      the filters of convolutions as pictures, with the verdict of each filter. examples: pictures \
      with what a network answers and how sure it is, wrong ones first. firing: in which groups of \
      the examples each neuron fires, by class, by ranges of an input, or in texts by token or \
      position. timeline: when neurons died, as graphgrad timeline.

        graphgrad plot Samples/logistic.yaml Samples/binary.yaml --kind boundary -o boundaries.svg
        graphgrad plot Output/yinyang/run.gradrec --kind loss --csv losses.csv -o losses.svg
        graphgrad plot Samples/encoder.yaml --kind weights -o Output/weights.svg
        graphgrad plot Samples/digits.yaml --kind kernels -o Output/kernels.svg
        graphgrad plot Output/names/run.gradrec --kind firing --by token -o Output/firing.svg
      """)

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case loss, boundary, activations, weights, units, kernels, examples, firing, path, optimizer
    case timeline
  }

  @Argument(help: "Experiments (.yaml) and recordings (.gradrec).")
  var runs: [String]

  @Option(
    help: """
      What to plot: loss, boundary, activations, weights, units, kernels, examples, firing, path, \
      optimizer or timeline.
      """)
  var kind = Kind.loss

  @Option(help: "The step whose parameters are shown, before its update; the end by default.")
  var step: Int?

  @Option(help: "How many inputs --kind units draws in a row.")
  var row = 12

  @Option(help: "By what --kind firing groups: class, an input's name, token or position.")
  var by: String?

  @Flag(name: .customLong("log"), help: "Equal distances for equal ratios of losses.")
  var isLogarithmic = false

  @Option(name: [.customShort("o"), .long], help: "The picture; - for standard output.")
  var output: String?

  @Option(help: "svg, png, pdf or dot; by default what the output's name ends in.")
  var format: GraphFormat?

  @OptionGroup(title: "Options for pictures") var picture: PictureOptions

  @Option(help: "A CSV file of every plotted number; - for standard output.")
  var csv: String?

  @Option(name: .customLong("set"), help: "Another value for a key of the experiments.")
  var settings: [String] = []

  func run() throws {
    guard output != nil || csv != nil else {
      throw Failure.wrongInput("error: say where to write, such as -o plot.svg or --csv -")
    }
    try Output.check(output, csv)
    let format = try pictureFormat()
    guard (1...100).contains(row) else {
      throw Failure.wrongInput("--row \(row): error: this should be from 1 to 100")
    }
    if isLogarithmic, kind != .loss {
      throw Failure.wrongInput("--log: error: this goes with --kind loss")
    }
    if let by, kind != .firing {
      throw Failure.option("--by", by, "this goes with --kind firing")
    }
    let plotted = try plotted()
    let picture = try format.map { try draw(plotted, $0) }
    if let csv { try Output.write(Array(plotted.csv.utf8), to: csv) }
    if let output, let picture { try Output.write(picture, to: output) }
  }

  private func draw(_ plotted: Plotted, _ format: GraphFormat) throws(Failure) -> [UInt8] {
    let drawing = try Output.drawing(orElse: SmallerPicture.ofPlot) { () throws(DrawingError) in
      try Drawing(plotted.diagram(picture.theme))
    }
    return try picture.picture(
      of: drawing, format, output: output ?? "-", orElse: SmallerPicture.ofPlot)
  }

  private func plotted() throws(Failure) -> Plotted {
    if let step, [.loss, .path, .optimizer, .timeline].contains(kind) {
      throw .option("--step", step, "this is not for \(kind.rawValue), which shows all steps")
    }
    var sources: [PlotSource] = []
    for path in runs { sources.append(try PlotSource(path, settings: settings, step: step)) }
    PlotSource.tellApart(&sources)
    switch kind {
    case .loss: return try .losses(sources, isLogarithmic: isLogarithmic)
    case .boundary: return try .boundaries(sources)
    case .activations: return .activations(sources)
    case .weights: return .weights(sources)
    case .units: return try .units(sources, row: row)
    case .path: return try .paths(sources)
    case .optimizer: return try .optimizers(sources)
    case .kernels: return try .kernels(sources)
    case .examples: return try .examples(sources)
    case .firing: return try .firing(sources, by: by)
    case .timeline: return try .timeline(sources)
    }
  }

  private func pictureFormat() throws(Failure) -> GraphFormat? {
    try PictureName.format(of: output, saying: format, for: "a plot")
  }
}

extension PlotCommand: PictureCommand {
  var sources: [String] { runs }
  var besides: String? { csv.map { _ in "--csv" } }

  func drawn() throws -> [UInt8] { try draw(plotted(), pictureFormat() ?? .svg) }
}
