import Foundation

extension Scratch {
  /// A folder as a reader of the documents has it: samples, pictures, and files that are named.
  static func project(with files: [String] = []) throws -> Scratch {
    let scratch = try Scratch()
    let manager = FileManager.default
    try manager.createSymbolicLink(
      at: scratch.url("Sources"), withDestinationURL: Tool.top.appendingPathComponent("Sources"))
    try manager.createDirectory(at: scratch.url("Output"), withIntermediateDirectories: false)
    let output = Tool.top.appendingPathComponent("Output")
    let pictures = try manager.contentsOfDirectory(atPath: output.path)
      .filter { $0.hasSuffix(".svg") }.map { "Output/\($0)" }
    for name in ["Samples"] + pictures + files {
      try manager.copyItem(at: Tool.top.appendingPathComponent(name), to: scratch.url(name))
    }
    return scratch
  }
}
