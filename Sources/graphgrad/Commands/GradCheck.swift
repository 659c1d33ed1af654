import ArgumentParser
import GraphGradKit

struct GradCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradcheck",
    abstract: "Compare every gradient with a central difference.",
    discussion: """
      For an expression, every value is checked; for an experiment (a .yaml file), every value of \
      the drawn example and every parameter's gradient of the training loss, before the first \
      step; of large networks some of them, spread evenly. What could compare nothing fails. The error is the distance of the two, relative to the larger where that is above 1. \
      Past the tolerance the exit code is 1.

        graphgrad gradcheck Samples/expression.grad
        graphgrad gradcheck Samples/yinyang.yaml --tolerance 1e-8
      """)

  @Argument(help: "An expression or an experiment; - or nothing for an expression on input.")
  var file: String?

  @OptionGroup var options: ExpressionOptions

  @Option(name: .customLong("set"), help: "Another number or value, such as a=3 or seed=7.")
  var settings: [String] = []

  @Option(help: "The largest error that passes.")
  var tolerance = 1e-6

  /// More values than this are checked in part, spread evenly.
  static let limit = 2_000

  func run() throws {
    guard tolerance >= 0 else {
      throw Failure.option("--tolerance", tolerance, "this should be 0 or more")
    }
    let isExperiment = file.map(ExperimentSource.isExperiment) ?? false
    let reports = try isExperiment ? checkExperiment(file ?? "") : [checkExpression()]
    try Console.write(reports.map(\.text).joined())
    if let empty = reports.first(where: \.isEmpty) {
      throw Failure.failed("error: \(empty.subject): no gradient could be compared")
    }
    if reports.contains(where: { !$0.passes(tolerance) }) {
      throw Failure.failed("error: a gradient is off by more than \(tolerance)")
    }
  }

  private func checkExpression() throws -> GradientReport {
    let source = try ExpressionSource(options, file: file)
    return try Tape.recording {
      let recorded = try source.record(
        root: options.root, settings: ExpressionSource.numbers(settings))
      var replay = Replay(Program(recorded.root))
      replay.backward()
      return GradientReport(source.title, replay, limit: Self.limit)
    }
  }

  private func checkExperiment(_ path: String) throws -> [GradientReport] {
    var trainer = try ExperimentSource.trainer(path, settings: settings)
    let probe = trainer.replay(trainer.probe.example, trainer.parameters)
    let names = trainer.parameterNames
    // Of a network of tens of thousands of values fewer, lest it take minutes.
    let size = probe.program.instructions.count
    let few = min(Self.limit, max(50, 20_000_000 / size))
    let fewer = min(200, max(20, 500_000_000 / (size * trainer.split.train.count)))
    return [
      GradientReport("the drawn example", probe, limit: few),
      GradientReport("the training loss", trainer.gradientCheck(limit: fewer)) { names[$0] },
    ]
  }
}
