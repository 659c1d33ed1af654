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
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
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
