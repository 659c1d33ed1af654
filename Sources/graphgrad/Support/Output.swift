import GraphGradKit

/// Where the results of a command go.
enum Output {
  /// - Parameter replacesInput: whether a file that was read may be written over.
  static func write(
    _ bytes: [UInt8], to path: String, replacesInput: Bool = false
  ) throws(Failure) {
    if path == "-" { return try Console.write(bytes) }
    if !replacesInput { try checkIsNoInput(path) }
    do { try OutputFile.write(bytes, to: path) } catch { throw .failed(error.words) }
  }

  /// Fails if one of the files cannot be written, is one that was read, or is there twice: before
  /// anything is computed or touched.
  ///
  /// - Parameter paths: `nil` for what is not wanted; `-` for standard output.
  static func check(_ paths: String?...) throws(Failure) {
    let paths = paths.compactMap(\.self)
    for path in paths where path != "-" {
      try checkIsNoInput(path)
      do { try OutputFile.check(path) } catch { throw .failed(error.words) }
    }
    for (index, path) in paths.enumerated() where paths[..<index].contains(where: same(path)) {
      throw .wrongInput(
        path == "-"
          ? "error: two results would be written to standard output; choose one"
          : "\(path): error: two results would be written to this file")
    }
  }

  /// Whether another name leads to the same file, or would.
  private static func same(_ path: String) -> (String) -> Bool {
    { other in
      guard path != other else { return true }
      guard path != "-", other != "-" else { return false }
      return RealPath.planned(path).map { $0 == RealPath.planned(other) } ?? false
    }
  }

  private static func checkIsNoInput(_ path: String) throws(Failure) {
    guard !FilesRead.contains(path) else {
      throw .wrongInput("\(path): error: this is what was read, and is not written over")
    }
  }

  static func makeFolder(_ path: String) throws(Failure) {
    do { try OutputFile.makeFolder(path) } catch { throw .failed(error.words) }
  }

  /// Runs `body`; a neuron that is not there fails the command.
  static func network<R>(_ body: () throws(UnknownNeuron) -> R) throws(Failure) -> R {
    do { return try body() } catch {
      throw .wrongInput(error.words)
    }
  }

  /// Runs `body`; what cannot be drawn fails the command.
  ///
  /// - Parameter advice: what to do for a smaller picture, as this command can.
  static func drawing<R>(
    orElse advice: String = "", _ body: () throws(DrawingError) -> R
  ) throws(Failure) -> R {
    do { return try body() } catch {
      let advice = error.isOfSize && !advice.isEmpty ? "; \(advice)" : ""
      throw .failed("error: \(error.words)\(advice)")
    }
  }
}
