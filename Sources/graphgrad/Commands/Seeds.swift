public import ArgumentParser
public import GraphGradKit

struct Seeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train an experiment from many seeds, to tell luck from method.",
    discussion: """
      One line a seed: how many steps (updates) it took until the goal, or that it was not reached; \
      loss and share of right predictions on the training examples, and on those kept apart; how many \
      neurons are dead at the end. Then how many reached the goal, and the quartiles of their steps. \
      Each run is the one that train makes with this seed, to the last bit, but stops at the goal.

        graphgrad seeds Samples/symmetry.yaml --until accuracy=1
        graphgrad seeds Samples/xor.yaml --count 50 --until loss=0.01 --csv -o Output/xor.csv
      """)

  @Argument(help: "The experiment, a YAML file; - for standard input.")
  var experiment: String

  @Option(help: "How many seeds.")
  var count = 20

  @Option(help: "The first seed: 1 or more.")
  var from: UInt64 = 1

  @Option(
    help: "The goal: accuracy=1 for all training examples right, or loss=0.01 for that or less.")
  var until: Goal?

  @Option(name: .customLong("set"), help: "Another value for a key, such as steps=20.")
  var settings: [String] = []

  @Flag(help: "Print it as CSV, with all digits.")
  var csv = false

  @Option(name: [.customShort("o"), .long], help: "A file to write to instead of standard output.")
  var output = "-"

  func run() throws {
    let seeds = try seeds()
    let file = try ExperimentFile(experiment, settings: settings)
    try check(file.trainer())
    try Output.check(output)
    let runs = try file.reporting { () throws(ExperimentError) in
      try SeedRuns(file.experiment, directory: file.directory, seeds: seeds, until: until)
    }
    let report = SeedReport(runs, file.experiment, until)
    try Output.write(Array((csv ? report.csv : report.text).utf8), to: output)
    if csv || output != "-" { Console.error(report.summary) }
  }

  private func seeds() throws(Failure) -> ClosedRange<UInt64> {
    guard (1...10_000).contains(count) else {
      throw .wrongInput("--count \(count): error: this should be from 1 to 10000")
    }
    guard from > 0, from <= .max - UInt64(count) else {
      throw .wrongInput("--from \(from): error: this should be 1 or more")
    }
    if let seed = settings.first(where: { $0.hasPrefix("seed=") }) {
      throw .wrongInput("--set \(seed): error: the seeds are those of --from and --count")
    }
    return from...(from + UInt64(count) - 1)
  }

  private func check(_ trainer: Trainer) throws(Failure) {
    guard trainer.experiment.steps > 0 else {
      throw .wrongInput("\(experiment): error: this experiment trains no steps")
    }
    if case .accuracy = until, !trainer.predictsAnswers {
      throw .wrongInput(
        "--until: error: this experiment predicts numbers, which are not right or wrong; "
          + "give a loss, such as --until loss=0.01")
    }
  }
}

extension Goal: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
