import ArgumentParser
import Foundation
import GraphGradKit

/// The options by which a command is told where its picture will stand.
struct PictureOptions: ParsableArguments {
  @Flag(
    help:
      "SVG to paste into an HTML page: all its names start with --prefix, its styles hold for it.")
  var inline = false

  @Option(help: "Starts the names of an --inline picture; by default the output's name.")
  var prefix: String?

  /// The picture as it is to be written.
  func finish(
    _ picture: [UInt8], _ format: GraphFormat, output: String
  ) throws(Failure) -> [UInt8] {
    guard inline else {
      guard prefix == nil else {
        throw .wrongInput("error: --prefix goes with --inline, and starts the names in the picture")
      }
      return picture
    }
    guard format == .svg else {
      throw .wrongInput("error: --inline makes a piece of SVG, not \(format.rawValue)")
    }
    let prefix = prefix ?? Self.prefix(output)
    guard InlineSVG.isPrefix(prefix) else {
      throw .wrongInput(
        "--prefix \(prefix): error: this should be of letters (a to z), digits, _ and -, a letter "
          + "first")
    }
    return InlineSVG.make(picture, prefix: prefix)
  }

  private static func prefix(_ output: String) -> String {
    if output == "-" { return "graphgrad" }
    let name = URL(fileURLWithPath: output).deletingPathExtension().lastPathComponent
    return InlineSVG.prefix(from: name)
  }
}
