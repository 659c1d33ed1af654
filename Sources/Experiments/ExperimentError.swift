public import Datasets
public import Weights

/// What is wrong with an experiment, and where.
public struct ExperimentError: Error, Equatable, Sendable {
  /// Where it stands.
  public enum Place: Equatable, Sendable {
    /// In the experiment; line and column count from 1.
    case file(line: Int, column: Int)
    /// In a setting given beside the file, such as `steps=many`.
    case setting(String)
    /// In the file at this path, which the experiment names.
    case input(path: String)
  }

  /// What it is. `key` is the whole path, such as `model.layers`.
  public enum Problem: Equatable, Sendable {
    case syntax(String)
    case tooDeep(limit: Int)
    case notAMapping(key: String)
    case unknownKey(String, known: [String])
    case missingKey(String, example: String)
    case wrongValue(key: String, found: String, expected: String)
    case malformedSetting
    case unreadable(reason: String)
    case badTable(CSVError)
    case badText(TextError)
    case badWeights(WeightsError)
    case unknownActivation(layer: Int, name: String)
    case activationCount(found: Int, layers: Int)
    case activationConflict(layer: Int, said: String, file: String)
    case outputActivation(name: String, loss: LossKind)
    case inputCount(found: Int, expected: Int)
    case noTrainingExamples(count: Int)
  }

  /// Where it is.
  public let place: Place
  /// What it is.
  public let problem: Problem
}
