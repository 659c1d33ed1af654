internal import Refusal

extension RecordingError {
  package var words: String {
    switch self {
    case .file(let reason): reason
    case .notARecording: "this is not a recording of graphgrad train"
    case .unknownVersion(let version):
      "this recording is of version \(Words.quoted(version)); this tool reads version "
        + "\(Recording.formatVersion)"
    case .damagedHead(let reason): "what this recording is of cannot be read: \(reason)"
    case .unknownBlock(let kind, let offset):
      "at byte \(offset): a part of the unknown kind \(Words.quoted(kind)); a newer tool wrote this"
    case .foreignText(let text, let offset):
      "at byte \(offset): \(Words.quoted(text)) stands where a step should begin: something else was "
        + "written into this file; its first \(offset) bytes alone are a recording"
    case .noSteps: "there is no whole step in this recording"
    case .inUse(let process):
      "another run\(process.map { ", process \($0)," } ?? "") is writing this recording; wait for it, or "
        + "record elsewhere with --record"
    case .changed: "this recording was changed by another program since it was read; try again"
    case .notResumable(let reason): "this cannot go on: \(reason)"
    }
  }
}

extension RecordingDamage {
  package var words: String {
    switch kind {
    case .cutOff: "at byte \(offset): the file is cut off in the middle of a step"
    case .checksum: "at byte \(offset): the checksum is wrong, so this part is damaged"
    case .misplaced: "at byte \(offset): this part does not belong here"
    }
  }
}

extension RecordingError: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { words }
}

extension RecordingDamage: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { words }
}
