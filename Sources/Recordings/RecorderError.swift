public import Experiments
public import Foundation

/// Why a training loop cannot be recorded.
public enum RecorderError: Error, Equatable, Sendable {
  /// Outputs, loss and examples do not fit together.
  case parts(RunDescriptionError)
  /// The model's run is not its recording.
  case model(ModelMismatch)
  /// What would be written could not be read.
  case unreadable(String)
  /// The recording is finished: nothing comes behind it.
  case finished
  /// The file cannot be written.
  case file(RecordingError)
}

extension RecorderError: CustomStringConvertible, LocalizedError {
  /// What is wrong and what to change.
  public var description: String {
    switch self {
    case .parts(let error): error.mistake
    case .model(let mismatch): mismatch.description
    case .unreadable(let reason): "a file of this run could not be read again: \(reason)"
    case .finished: "this recording is finished; make another Recorder for more steps"
    case .file(let error): "\(error)"
    }
  }

  /// The same words.
  public var errorDescription: String? { description }
}
