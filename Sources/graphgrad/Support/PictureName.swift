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
}

extension GraphFormat: ExpressibleByArgument {}
