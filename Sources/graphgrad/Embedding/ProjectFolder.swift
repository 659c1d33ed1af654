import Foundation

/// The folder in which the tool runs: documents may name files in it, and no others unless asked for.
struct ProjectFolder {
  let path: String
  let allowsOutside: Bool

  init(allowsOutside: Bool) {
    path = Self.resolved(FileManager.default.currentDirectoryPath)
    self.allowsOutside = allowsOutside
  }

  /// The whole path of a file.
  ///
  /// - Throws: `Failure` if it is outside.
  func path(of file: String) throws(Failure) -> String {
    let whole = Self.resolved(file)
    guard allowsOutside || whole.hasPrefix(path == "/" ? path : "\(path)/") else {
      throw .wrongInput(
        "error: \(file) is outside the folder \(path); --allow-outside allows that")
    }
    return whole
  }

  /// With links followed as far as there are folders; what is not there yet keeps its name.
  private static func resolved(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let folder = url.deletingLastPathComponent().resolvingSymlinksInPath()
    return folder.appendingPathComponent(url.lastPathComponent).resolvingSymlinksInPath().path
  }
}
