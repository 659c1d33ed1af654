import Foundation
import Testing

/// The built command-line tool, run as a user runs it.
enum Tool {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// The repository's top folder.
  static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static var path: String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let products =
      bundle?.bundleURL.deletingLastPathComponent()
      ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return products.appendingPathComponent("graphgrad").path
  }

  /// A release build of the tool, where the tests are run with one; what trains for long uses it.
  static var releasePath: String {
    ProcessInfo.processInfo.environment["GRAPHGRAD_RELEASE"] ?? path
  }

  static func run(
    _ arguments: String..., input: String? = nil, in folder: String? = nil
  ) throws -> Outcome {
    try run(path, arguments, input: input, in: folder)
  }

  static func run(
    _ executable: String, _ arguments: [String], input: String? = nil, in folder: String? = nil
  ) throws -> Outcome {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder ?? top.path)
    process.environment = ProcessInfo.processInfo.environment.merging(["GRAPHGRAD": releasePath]) {
      $1
    }
    // Files instead of pipes: no output is too long for them.
    for name in ["in", "out", "err"] {
      try Data((name == "in" ? input ?? "" : "").utf8).write(to: scratch.url(name))
    }
    process.standardInput = try FileHandle(forReadingFrom: scratch.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.url("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url("err"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(arguments) was ended by a signal")
    return Outcome(
      code: process.terminationStatus,
      output: try String(contentsOf: scratch.url("out"), encoding: .isoLatin1),
      errors: try String(contentsOf: scratch.url("err"), encoding: .utf8))
  }
}

/// A folder that goes away with the test.
final class Scratch {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }
  func file(_ name: String) -> String { url(name).path }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
