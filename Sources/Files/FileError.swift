internal import Foundation

/// A file could not be read.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong with it.
  public enum Problem: Equatable, Sendable {
    /// Nothing has this name.
    case missing
    /// It is a folder.
    case isFolder
    /// It is not in the folder that is to be stayed in; the advice says what else can be done.
    case outside(folder: String, advice: String)
    /// It holds, or a pipe or a device sends, more bytes than are read.
    case tooLong(limit: Int, isPlain: Bool)
    /// The system's reason.
    case system(reason: String)
  }

  /// The file, as it was named.
  public let path: String
  /// What is wrong with it.
  public let problem: Problem

  public init(path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// In words, without the name.
  public var description: String {
    switch problem {
    case .missing: "there is no such file"
    case .isFolder: "this cannot be read as a file: it is a folder"
    case .outside(let folder, let advice): "this is outside the folder \(folder); \(advice)"
    case .tooLong(let limit, isPlain: true):
      "this is too large to be read: more than \(limit >> 30) GB"
    case .tooLong(let limit, isPlain: false):
      "this does not end: a pipe or a device is read up to \(limit >> 20) MB"
    case .system(let reason): "this cannot be read as a file: \(reason)"
    }
  }

  static func system(_ path: String) -> FileError {
    FileError(path: path, errno == ENOENT ? .missing : .system(reason: SystemReason.last))
  }
}
