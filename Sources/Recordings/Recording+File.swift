internal import Experiments
internal import Files

extension Recording {
  /// Reads a recording, or the intact part of one: see ``damage``.
  ///
  /// - Throws: ``RecordingError`` if nothing of it can be used.
  public init(bytes: [UInt8]) throws(RecordingError) {
    var reader = try RecordingReader(bytes)
    self = try reader.recording()
    let trainer = try trainer()
    if isTrainedHere, trainer.optimizerStateNames != optimizerStateNames {
      throw .damagedHead(reason: "an optimizer that remembers something else")
    }
    if steps.isEmpty { throw .noSteps }
  }

  /// Reads a file.
  ///
  /// - Throws: ``RecordingError``.
  public init(path: String) throws(RecordingError) {
    let bytes: [UInt8]
    do { bytes = try FileReader.bytes(of: path) } catch { throw .file(reason: error.description) }
    try self.init(bytes: bytes)
  }
}
