import GraphGradKit

/// The folder in which the tool runs: documents may name files in it, and no others unless asked for.
struct ProjectFolder {
  /// The largest layout that a document may ask for.
  let sizeLimit: Int

  /// - Parameter allowsOutside: else no file elsewhere is read or written from now on, whatever
  ///   names it: a document, an experiment, or a link.
  init(allowsOutside: Bool, sizeLimit: Int) throws(Failure) {
    self.sizeLimit = sizeLimit
    guard !allowsOutside else { return }
    do { try Confinement.enter(".", advice: "--allow-outside allows that") } catch {
      throw .failed("error: \(error)")
    }
  }

  /// The whole path of a file.
  ///
  /// - Throws: `Failure` if it is outside.
  func path(of file: String) throws(Failure) -> String {
    do { return try RealPath.confined(file) } catch {
      throw .wrongInput("error: \(file): \(error)")
    }
  }
}
