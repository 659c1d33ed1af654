/// Why a file cannot be used as a recording; places are in bytes, counted from 0.
public enum RecordingError: Error, Equatable, Sendable {
  /// The file cannot be opened, read or written.
  case file(reason: String)
  /// The file does not begin like a recording.
  case notARecording
  /// The file was written by another version of the format.
  case unknownVersion(String)
  /// What the recording is of cannot be read, so that its steps mean nothing.
  case damagedHead(reason: String)
  /// A whole block of a kind that this version does not know.
  case unknownBlock(kind: String, offset: Int)
  /// Text that no recording has, where a step should begin: something else was written into the file.
  case foreignText(String, offset: Int)
  /// There is no whole step in it.
  case noSteps
  /// Another run is writing this recording: its process, where the system tells which.
  case inUse(by: Int32?)
  /// Another file stands there than the one that was read.
  case changed
  /// The run cannot go on: the reason why.
  case notResumable(reason: String)
}

/// What is wrong behind the intact part of a recording.
public struct RecordingDamage: Error, Equatable, Sendable {
  /// What kind of damage.
  public enum Kind: Equatable, Sendable {
    /// The file ends in the middle of a block, as after a crash.
    case cutOff
    /// The bytes of a block are not those that were written.
    case checksum
    /// A block that is whole, but does not fit where it stands.
    case misplaced
  }

  /// Where the block begins, in bytes from the start of the file.
  public let offset: Int
  /// What kind of damage.
  public let kind: Kind

  /// Damage of a block.
  public init(offset: Int, kind: Kind) {
    self.offset = offset
    self.kind = kind
  }
}
