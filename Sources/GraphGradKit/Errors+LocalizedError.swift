public import Datasets
public import Diagrams
public import Documents
public import Experiments
public import Expressions
public import Files
public import Foundation
public import GraphModel
public import Graphviz
public import Recordings
public import Weights

// What Foundation and everything that shows errors by it says of each: its own words.

extension CSVError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension TextError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension DocumentError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension ExpressionError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension WeightsError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension JSONProblem: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension RecordingError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension RecordingDamage: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension GraphFileError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension GraphMistake: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension ExperimentError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension RunDescriptionError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension DrawingError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension UnknownNeuron: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension UnknownScope: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension PageError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension GraphvizError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension SVGTemplateError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension OutputError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}

extension FileError: LocalizedError {
  /// What is wrong and what would be right.
  public var errorDescription: String? { description }
}
