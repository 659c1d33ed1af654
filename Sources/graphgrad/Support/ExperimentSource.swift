import Foundation
import GraphGradKit

/// An experiment read from a file, ready to train.
enum ExperimentSource {
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
