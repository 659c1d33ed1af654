import GraphGradKit

extension RecordingError {
  /// `path: error: …`.
  func message(_ path: String) -> String { "\(path): error: \(words)" }
}
