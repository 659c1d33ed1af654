public import ArgumentParser
import GraphGradKit

/// What a picture's name says of its format.
enum PictureName {
  static func format(of path: String) throws(Failure) -> GraphFormat {
    if let format = GraphFormat(path: path) { return format }
    let endings = GraphFormat.allCases.map(\.rawValue).joined(separator: ", ")
    throw .wrongInput(
      path == "-"
        ? "error: -o - needs --format, one of \(endings)"
        : "\(path): error: the name should end in one of \(endings), or say --format")
  }

  /// The format of a picture whose numbers are a table of their own; `nil` where none is wanted.
  ///
  /// - Parameters:
  ///   - path: where the picture goes.
  ///   - format: what was said of it; else what its name ends in.
  ///   - thing: what is drawn, such as `a plot`.
  static func format(
    of path: String?, saying format: GraphFormat?, for thing: String
  ) throws(Failure) -> GraphFormat? {
    guard let path else { return nil }
    let named: GraphFormat
    if let format { named = format } else { named = try Self.format(of: path) }
    guard named.picture != nil else {
      throw .wrongInput("\(path): error: \(thing) is a picture or, with --csv, a table")
    }
    return named
  }
}

extension GraphFormat: ExpressibleByArgument {}
