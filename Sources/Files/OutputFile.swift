internal import Foundation

/// A file could not be written.
public struct OutputError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Which file or folder.
  public let path: String
  /// The system's reason.
  public let reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// In words, without the name.
  public var description: String { "cannot be written: \(reason)" }

  static func system(_ path: String) -> OutputError {
    OutputError(path: path, reason: SystemReason.last)
  }
}

/// Writes files whole or not at all.
public enum OutputFile {
  /// Writes `bytes` to a file beside `path` and moves it there, so that a reader never sees half a
  /// picture and a failure leaves the old one.
  ///
  /// A link stays a link: what it leads to is written. A file that is there keeps its permissions. A
  /// device or a pipe is written to as it is: it must not be replaced by a file.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let target = try OutputTarget(path)
    guard target.isPlain else { return try pour(bytes, into: path) }
    let partial = try PartialFile(of: target)
    do {
      try partial.write(bytes)
      try partial.move()
    } catch {
      partial.remove()
      throw error
    }
  }

  /// Fails if ``write(_:to:)`` would, as far as that can be known without writing.
  public static func check(_ path: String) throws(OutputError) {
    let target = try OutputTarget(path)
    guard target.isPlain else { return }
    guard access(target.folder, W_OK | X_OK) == 0 else { throw .system(path) }
  }

  private static func pour(_ bytes: [UInt8], into path: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(path) }
    let isWritten = Descriptor.writeAll(bytes, to: descriptor)
    let reason = OutputError.system(path)
    guard close(descriptor) == 0, isWritten else { throw reason }
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(OutputError) {
    do { try Confinement.check(path) } catch { throw OutputError(path: path, reason: "\(error)") }
    var isThere = false
    for end in path.indices where path[end] == "/" && end > path.startIndex {
      isThere = mkdir(String(path[..<end]), 0o777) == 0 || errno == EEXIST
    }
    isThere = mkdir(path, 0o777) == 0 || errno == EEXIST || (isThere && path.hasSuffix("/"))
    var status = stat()
    guard isThere, stat(path, &status) == 0 else { throw .system(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(path: path, reason: "a file of this name is there")
    }
    guard access(path, W_OK | X_OK) == 0 else { throw .system(path) }
  }
}
