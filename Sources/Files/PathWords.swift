internal import Foundation

/// A path as it is written: nothing in it is looked up, and `~` is a name like any other.
public struct PathWords {
  private let path: String

  public init(_ path: String) { self.path = path }

  /// What stands behind the last slash.
  public var name: String { String(path[nameStart...]) }

  /// The folder that is named: `.` if none is.
  public var folder: String {
    guard nameStart > path.startIndex else { return "." }
    let folder = path[..<path.index(before: nameStart)]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The name without its ending: `run` of `Output/run.gradrec`.
  public var stem: String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The path from the top, as it is from the folder in which the program runs.
  public var whole: String {
    guard !path.hasPrefix("/"), let current = RealPath.ofExisting(".") else { return path }
    return path == "." ? current : Self.joined(current, path)
  }

  /// A name in a folder.
  public static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private var nameStart: String.Index {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex
  }
}
