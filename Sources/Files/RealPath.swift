internal import Foundation

/// Whole paths without links, as the system finds them.
///
/// Never by the words of a path alone: of `link/../x` the system means what is beside the folder
/// that the link leads to.
public enum RealPath {
  /// Of a file that is there or may be made.
  ///
  /// - Throws: ``FileError`` if it is outside the folder of ``Confinement``, or in none.
  public static func confined(_ path: String) throws(FileError) -> String {
    try Confinement.check(path)
    guard let real = planned(path) else { throw FileError(path: path, .missing) }
    return real
  }

  /// Of a file that is there; `nil` for none.
  public static func ofExisting(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Of a file that is there, or that would be made by this name; `nil` if that has no folder.
  static func ofTarget(_ path: String) -> String? {
    var path = path
    for _ in 0..<40 {
      if let existing = ofExisting(path) { return existing }
      if let link = destination(of: path) {
        path = link.hasPrefix("/") ? link : PathWords.joined(PathWords(path).folder, link)
        continue
      }
      let words = PathWords(path)
      guard !words.name.isEmpty, let folder = ofExisting(words.folder) else { return nil }
      return PathWords.joined(folder, words.name)
    }
    return nil
  }

  /// Of a file in folders that may have to be made; `nil` if that cannot be told.
  public static func planned(_ path: String) -> String? {
    var rest: [String] = []
    var path = path
    while true {
      if let real = ofTarget(path) { return rest.reduce(real, PathWords.joined) }
      let words = PathWords(path)
      guard words.name != "..", words.folder != path, !path.isEmpty else { return nil }
      if !words.name.isEmpty { rest.insert(words.name, at: 0) }
      path = words.folder
    }
  }

  /// Of what is open; `nil` if the system does not tell.
  static func ofOpened(_ descriptor: Int32) -> String? {
    #if os(Linux)
      return destination(of: "/proc/self/fd/\(descriptor)")
    #else
      var buffer = [CChar](repeating: 0, count: Int(MAXPATHLEN))
      guard fcntl(descriptor, F_GETPATH, &buffer) == 0 else { return nil }
      return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    #endif
  }

  /// What a link says; `nil` if there is none.
  private static func destination(of link: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let length = buffer.withUnsafeMutableBytes { bytes in
      bytes.bindMemory(to: CChar.self).baseAddress.map { readlink(link, $0, bytes.count) } ?? -1
    }
    guard length > 0, length < buffer.count else { return nil }
    return String(validating: buffer[..<length], as: UTF8.self)
  }
}
