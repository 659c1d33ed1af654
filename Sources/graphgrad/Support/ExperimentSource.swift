import GraphGradKit

/// An experiment read from a file, ready to train.
enum ExperimentSource {
  /// Whether a file's name says that it holds an experiment.
  static func isExperiment(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// Trains up to a step, or to the end, and warns of a run that got out of hand.
  static func train(
    _ trainer: inout Trainer, to step: Int?, measuringFiring: Bool = true
  ) throws(Failure) -> (state: NetworkState, history: FiringHistory) {
    let steps = trainer.experiment.steps
    if let step, !(1...max(steps, 1)).contains(step) || steps == 0 {
      throw .wrongInput(
        "--step \(step): error: "
          + (steps == 0 ? "this experiment trains no steps" : "there are the steps 1 to \(steps)"))
    }
    var health = HealthCheck()
    let start = trainer
    return trainer.train(to: step, measuringFiring: measuringFiring) { health.check($0, start) }
  }

  static func trainer(_ path: String, settings: [String]) throws(Failure) -> Trainer {
    try ExperimentFile(path, settings: settings).trainer()
  }
}

/// An experiment as it stands in a file.
struct ExperimentFile {
  let experiment: Experiment
  /// Where its relative paths start.
  let directory: String
  private let source: SourceText

  init(_ path: String, settings: [String]) throws(Failure) {
    let source = try SourceText.read(path)
    self.source = source
    directory = PathWords(PathWords(path).folder).whole
    experiment = try Self.reporting(source) { () throws(ExperimentError) in
      try Experiment(
        yaml: source.text, settings: settings,
        fallbackName: PathWords(path).stem)
    }
  }

  func trainer() throws(Failure) -> Trainer {
    try reporting { () throws(ExperimentError) in
      try Trainer(experiment, directory: directory)
    }
  }

  /// Runs `body`; what is wrong with the experiment fails the command, with its place in the file.
  func reporting<R>(_ body: () throws(ExperimentError) -> R) throws(Failure) -> R {
    try Self.reporting(source, body)
  }

  private static func reporting<R>(
    _ source: SourceText, _ body: () throws(ExperimentError) -> R
  ) throws(Failure) -> R {
    do { return try body() } catch { throw .wrongInput(error.message(in: source)) }
  }
}
