internal import Files

/// A file that an experiment names.
struct InputFile {
  /// From the experiment's folder, unless it starts with `/`.
  let path: String

  init(_ path: String, in directory: String) {
    self.path = path.hasPrefix("/") ? path : "\(directory)/\(path)"
  }

  func bytes() throws(ExperimentError) -> [UInt8] {
    do { return try FileReader.bytes(of: path) } catch {
      throw ExperimentError(
        place: .input(path: path), problem: .unreadable(reason: error.description))
    }
  }
}
