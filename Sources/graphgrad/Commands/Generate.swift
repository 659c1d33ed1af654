import ArgumentParser
import GraphGradKit

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let a trained network make new examples.",
    discussion: """
      A network that learnt to take noise away makes points out of noise; they are printed as CSV, \
      and how near they come to the data is said beside them. The same seed gives the same points.

        graphgrad generate Samples/diffusion.yaml --csv Output/points.csv -o Output/points.svg
        graphgrad generate Output/diffusion/run.gradrec --step 100 --seed 7
      """)

  @Argument(help: "An experiment (.yaml), or a recording (.gradrec).")
  var source: String

  @Option(help: "How many to make.")
  var count = 500

  @Option(help: "Where the random numbers start: 1 or more.")
  var seed: UInt64 = 1

  @Option(help: "The step whose parameters are used, before its update; the end by default.")
  var step: Int?

  @Option(name: .customLong("set"), help: "Another value for a key of an experiment.")
  var settings: [String] = []

  @Option(help: "A CSV file for the points instead of standard output.")
  var csv = "-"

  @Option(
    name: [.customShort("o"), .long],
    help: "A picture of the points beside as many of the data and the noise they were made of.")
  var output: String?

  func run() throws {
    guard (1...100_000).contains(count), seed > 0 else {
      throw Failure.wrongInput("error: --count should be from 1 to 100000 and --seed 1 or more")
    }
    let format = try output.map { path throws(Failure) in try PictureName.format(of: path) }
    guard format != .json, output != "-" else {
      throw Failure.wrongInput("error: -o writes a picture into a file")
    }
    var source = try RunSource(self.source, settings: settings)
    let (state, _) = try source.state(at: step)
    var trainer = source.trainer
    guard let made = trainer.denoise(count: count, seed: seed, state.parameters) else {
      throw Failure.wrongInput(
        "\(self.source): error: this network does not make new examples; one that learns from "
          + "data: {kind: diffusion} does, such as Samples/diffusion.yaml")
    }
    let rows = made.points.map { $0.map(NumberFormat.exact).joined(separator: ",") + "\n" }
    try Output.write(Array(("x,y\n" + rows.joined()).utf8), to: csv)
    Console.error(Self.words(made))
    guard let output, let picture = format?.picture else { return }
    let caption = Caption(
      title: "\(trainer.experiment.name) · points made out of noise, seed \(seed)",
      detail: Self.words(made))
    let bytes = try Output.drawing { () throws(DrawingError) in
      try Drawing(Diagram(made.plot, caption: caption)).picture(picture)
    }
    try Output.write(bytes, to: output)
  }

  private static func words(_ made: GeneratedPoints) -> String {
    let (points, noise, data) = made.distances
    let numbers = [points, noise, data].map(NumberFormat.text)
    return "energy distance to the data: \(numbers[0]) of \(made.points.count) generated points, "
      + "\(numbers[1]) of the noise they were made of, \(numbers[2]) of one half of the data to "
      + "the other"
  }
}
