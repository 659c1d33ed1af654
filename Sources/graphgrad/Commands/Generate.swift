import ArgumentParser
import GraphGradKit

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let a trained network make new examples.",
    discussion: """
      A network that learnt to take noise away makes points out of noise; they are printed as CSV, \
      and how near they come to the data is said beside them. A character model writes texts, \
      token by token; beside each stands whether it is new. The same seed gives the same ones.

        graphgrad generate Samples/diffusion.yaml --csv Output/points.csv -o Output/points.svg
        graphgrad generate Output/diffusion/run.gradrec --step 100 --seed 7
        graphgrad generate Output/names/run.gradrec --count 10 --temperature 0.5 --prefix ma
      """)

  @Argument(help: "An experiment (.yaml), or a recording (.gradrec).")
  var source: String

  @Option(help: "How many to make: 500 points or 20 texts by default.")
  var count: Int?

  @Option(help: "Where the random numbers start: 1 or more.")
  var seed: UInt64 = 1

  @Option(help: "The step whose parameters are used, before its update; the end by default.")
  var step: Int?

  @Option(
    help: "Of texts: what logits are divided by; below 1 likely tokens become likelier.")
  var temperature: Double?

  @Option(help: "Of texts: how each begins.")
  var prefix: String?

  @Option(name: .customLong("set"), help: "Another value for a key of an experiment.")
  var settings: [String] = []

  @Option(help: "A CSV file for what is made instead of standard output.")
  var csv = "-"

  @Option(
    name: [.customShort("o"), .long],
    help: "A picture of the points beside as many of the data and the noise they were made of.")
  var output: String?

  func run() throws {
    if let count, !(1...100_000).contains(count) {
      throw Failure.option("--count", count, "this should be from 1 to 100000")
    }
    guard seed > 0 else { throw Failure.option("--seed", seed, "this should be 1 or more") }
    if let temperature, !(temperature >= 0 && temperature.isFinite) {
      throw Failure.option("--temperature", temperature, "this should be 0 or more")
    }
    let format = try output.map { path throws(Failure) in try PictureName.format(of: path) }
    guard format != .json, output != "-" else {
      throw Failure.wrongInput("error: -o writes a picture into a file")
    }
    var source = try RunSource(self.source, settings: settings)
    try Output.check(csv, output)
    if source.trainer.readsText {
      try writeTexts(&source)
    } else {
      try makePoints(&source, format)
    }
  }

  private func writeTexts(_ source: inout RunSource) throws {
    guard output == nil else {
      throw Failure.wrongInput("error: texts are printed; -o is for pictures of points")
    }
    let state = try source.stateAlone(at: step)
    let limit = source.trainer.inputNames.count - 1
    guard prefix?.count ?? 0 <= limit else {
      throw Failure.wrongInput(
        "--prefix \(prefix ?? ""): error: a text has at most \(limit) characters")
    }
    let texts: [String]?
    do {
      texts = try source.trainer.write(
        count: count ?? 20, beginning: prefix ?? "", temperature: temperature ?? 1, seed: seed,
        state.parameters)
    } catch {
      let known = source.trainer.classNames.dropFirst().joined(separator: " ")
      throw Failure.wrongInput(
        "--prefix \(prefix ?? ""): error: \"\(error.character)\" is none of the characters of the "
          + "data: \(known)")
    }
    let report = WrittenTexts(texts ?? [], source.trainer.split)
    try Output.write(Array(report.csv.utf8), to: csv)
    Console.error(report.words)
  }

  private func makePoints(_ source: inout RunSource, _ format: GraphFormat?) throws {
    guard temperature == nil, prefix == nil else {
      throw Failure.wrongInput("error: --temperature and --prefix go with a model that writes text")
    }
    let state = try source.stateAlone(at: step)
    var trainer = source.trainer
    guard let made = trainer.denoise(count: count ?? 500, seed: seed, state.parameters) else {
      throw Failure.wrongInput(
        "\(self.source): error: this network does not make new examples; one that learns from "
          + "data: {kind: diffusion} or from text does, such as Samples/diffusion.yaml and "
          + "Samples/names.yaml")
    }
    let rows = made.points.map { $0.map(NumberFormat.exact).joined(separator: ",") + "\n" }
    let picture = try format?.picture.map { try draw(made, trainer, $0) }
    try Output.write(Array(("x,y\n" + rows.joined()).utf8), to: csv)
    if let output, let picture { try Output.write(picture, to: output) }
    Console.error(Self.words(made))
  }

  private func draw(
    _ made: GeneratedPoints, _ trainer: Trainer, _ format: PictureFormat
  ) throws(Failure) -> [UInt8] {
    let caption = Caption(
      title: "\(trainer.experiment.name) · points made out of noise, seed \(seed)",
      detail: Self.words(made))
    return try Output.drawing { () throws(DrawingError) in
      try Drawing(Diagram(made.plot, caption: caption)).picture(format)
    }
  }

  private static func words(_ made: GeneratedPoints) -> String {
    let (points, noise, data) = made.distances
    let numbers = [points, noise, data].map(NumberFormat.text)
    return "energy distance to the data: \(numbers[0]) of \(made.points.count) generated points, "
      + "\(numbers[1]) of the noise they were made of, \(numbers[2]) of one half of the data to "
      + "the other"
  }
}
