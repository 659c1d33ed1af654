internal import Foundation

/// A file that an experiment names.
struct InputFile {
  /// From the experiment's folder, unless it starts with `/`.
  let path: String

  init(_ path: String, in directory: String) {
    self.path = path.hasPrefix("/") ? path : "\(directory)/\(path)"
  }

  func bytes() throws(ExperimentError) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw ExperimentError(
        place: .input(path: path), problem: .unreadable(reason: "the file cannot be read"))
    }
    return Array(data)
  }
}
