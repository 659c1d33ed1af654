import Foundation
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
    return trainer.train(to: step, measuringFiring: measuringFiring) { health.check($0) }
  }

  static func trainer(_ path: String, settings: [String]) throws(Failure) -> Trainer {
    let source = try SourceText.read(path)
    let url = URL(fileURLWithPath: path)
    do {
      let experiment = try Experiment(
        yaml: source.text, settings: settings,
        fallbackName: url.deletingPathExtension().lastPathComponent)
      return try Trainer(experiment, directory: url.deletingLastPathComponent().path)
    } catch {
      throw .wrongInput(error.message(in: source))
    }
  }
}
