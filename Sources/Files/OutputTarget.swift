internal import Foundation

/// Where an output goes in the end.
struct OutputTarget {
  /// As it was named.
  let path: String
  /// The whole path, behind all links.
  let real: String
  /// Of the file that is there; `nil` for none.
  let permissions: mode_t?
  /// Whether it is a file, or nothing yet: no device and no pipe.
  let isPlain: Bool

  var folder: String { PathWords(real).folder }

  /// - Throws: ``OutputError`` for what cannot be written: a folder, a file that is to be kept, a
  ///   name in a folder that is not there.
  init(_ path: String) throws(OutputError) {
    self.path = path
    do { try Confinement.check(path) } catch { throw OutputError(path: path, reason: "\(error)") }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT, let real = RealPath.ofTarget(path) else { throw .system(path) }
      self.real = real
      permissions = nil
      isPlain = true
      return
    }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw OutputError(path: path, reason: "it is a folder") }
    guard access(path, W_OK) == 0 else { throw .system(path) }
    real = RealPath.ofExisting(path) ?? path
    permissions = kind == S_IFREG ? status.st_mode & 0o7777 : nil
    isPlain = kind == S_IFREG
  }
}
