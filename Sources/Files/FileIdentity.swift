internal import Foundation
internal import Synchronization

/// Which file a name leads to, whatever the name: device and number on it.
public struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// - Parameter path: links are followed; `nil` for what is no plain file, or is not there.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// Which files were read so far, so that none is written over by mistake.
public enum FilesRead {
  private static let all = Mutex<Set<FileIdentity>>([])

  static func add(_ file: FileIdentity) { all.withLock { _ = $0.insert(file) } }

  /// Whether this name leads to a file that was read.
  public static func contains(_ path: String) -> Bool {
    guard let file = FileIdentity(path: path) else { return false }
    return all.withLock { $0.contains(file) }
  }
}
