internal import Foundation

/// A file could not be written.
public struct OutputError: Error, Equatable, Sendable {
  /// Which file or folder.
  public let path: String
  /// The system's reason.
  public let reason: String
}

/// Writes files whole or not at all.
public enum OutputFile {
  /// Writes `bytes` to a file beside `path` and moves it there, so that a reader never sees half a
  /// picture and a failure leaves the old one.
  ///
  /// A device or a pipe is written to as it is: it must not be replaced by a file.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    guard isPlain(path) else { return try pour(bytes, into: path) }
    let partial = "\(path).\(ProcessInfo.processInfo.processIdentifier).partial"
    guard let file = fopen(partial, "wb") else { throw error(path) }
    let written = fwrite(bytes, 1, bytes.count, file)
    let isComplete = written == bytes.count && fflush(file) == 0
    let reason = isComplete ? nil : error(path)
    let isClosed = fclose(file) == 0
    guard reason == nil, isClosed, rename(partial, path) == 0 else {
      let reason = reason ?? error(path)
      remove(partial)
      throw reason
    }
  }

  /// Whether a path names a file, or nothing yet.
  private static func isPlain(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
      || status.st_mode & S_IFMT == S_IFDIR
  }

  private static func pour(_ bytes: [UInt8], into path: String) throws(OutputError) {
    guard let file = fopen(path, "wb") else { throw error(path) }
    let isComplete = fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0
    guard fclose(file) == 0, isComplete else { throw error(path) }
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(OutputError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw OutputError(path: path, reason: "the folder cannot be made")
    }
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw OutputError(path: path, reason: "the folder cannot be written to")
    }
  }

  private static func error(_ path: String) -> OutputError {
    OutputError(path: path, reason: String(cString: strerror(errno)))
  }
}
