internal import Experiments
internal import Foundation

extension Recording {
  /// Reads a recording, or the intact part of one: see ``damage``.
  ///
  /// - Throws: ``RecordingError`` if nothing of it can be used.
  public init(bytes: [UInt8]) throws(RecordingError) {
    var reader = try RecordingReader(bytes)
    self = try reader.recording()
    if steps.isEmpty { throw .noSteps }
    _ = try trainer()
  }

  /// Reads a file.
  ///
  /// - Throws: ``RecordingError``.
  public init(path: String) throws(RecordingError) {
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.readToEnd() ?? Data()
    else {
      throw .file(reason: "there is no such file, or it cannot be read")
    }
    try self.init(bytes: Array(data))
  }
}
