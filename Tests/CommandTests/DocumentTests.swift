import Foundation
import Testing

@Suite("README, help and gallery") struct DocumentTests {
  private static func readme() throws -> String {
    try String(contentsOf: Tool.top.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The fenced blocks of one language.
  private static func blocks(_ language: String) throws -> [String] {
    try readme().components(separatedBy: "```\(language)\n").dropFirst().map { block in
      block.components(separatedBy: "\n```")[0]
    }
  }

  @Test("every command of README runs") func commands() throws {
    let scratch = try Scratch.project(with: ["README.md"])
    let lines = try Self.blocks("sh").flatMap { $0.split(separator: "\n").map(String.init) }
    // These build and install; Tests/run is what runs this test, and runs the samples.
    let setUp = [
      "bash Samples/start", "bash Tests/run", "swift run -c release graphgrad-benchmark",
    ]
    #expect(setUp.allSatisfy(lines.contains))
    for line in lines where !setUp.contains(line) {
      let command = line.replacing(".build/release/graphgrad", with: "'\(Tool.path)'")
      let outcome = try Tool.run("/bin/sh", ["-c", command], in: scratch.path)
      #expect(outcome.code == 0, "\(line): \(outcome.errors)")
    }
  }

  @Test("the Swift of README is the example that is compiled and run with the tests") func swift()
    throws
  {
    let example = try String(
      contentsOf: Tool.top.appendingPathComponent("Tests/GraphGradKitTests/ReadmeExamples.swift"),
      encoding: .utf8)
    let lines = Set(example.split(separator: "\n").map { $0.drop { $0 == " " } })
    for line in try Self.blocks("swift").flatMap({ $0.split(separator: "\n") }) {
      #expect(line == "import GraphGradKit" || lines.contains(line.drop { $0 == " " }), "\(line)")
    }
  }

  @Test("what README shows and links to is there") func links() throws {
    let matches = try Self.readme().matches(of: /(?:\]\(|src="|href=")([^)"#]+)/)
    #expect(matches.count >= 6)
    for match in matches {
      let path = String(match.output.1)
      guard !path.hasPrefix("http") else { continue }
      #expect(
        FileManager.default.fileExists(atPath: Tool.top.appendingPathComponent(path).path),
        "\(path)")
    }
  }

  @Test(
    "help names every command and option",
    arguments: [
      "render", "train", "info", "frames", "page", "animate", "neurons", "timeline", "prune",
      "gradcheck", "sweep", "samples", "generate", "plot", "embed", "seeds",
    ])
  func help(_ command: String) throws {
    let overview = try Tool.run("--help")
    #expect(overview.code == 0 && overview.output.contains(command))
    let help = try Tool.run(command, "--help")
    #expect(help.code == 0 && help.output.contains("USAGE: graphgrad \(command) "))
  }

  @Test(
    "the gallery says what the samples say now, where there is a release build to draw it",
    .enabled(if: ProcessInfo.processInfo.environment["GRAPHGRAD_RELEASE"] != nil))
  func gallery() throws {
    let scratch = try Scratch()
    let outcome = try Tool.run("/bin/bash", ["Samples/gallery", scratch.path])
    #expect(outcome.code == 0, "\(outcome.errors)")
    // Places depend on the fonts of the machine; the words and numbers do not.
    func words(_ url: URL) throws -> [String] {
      try String(contentsOf: url, encoding: .utf8)
        .matches(of: /<(?:text|title)[^>]*>([^<]*)</).map { String($0.output.1) }.sorted()
    }
    let gallery = try FileManager.default
      .contentsOfDirectory(atPath: Tool.top.appendingPathComponent("Output").path)
    let drawn = try scratch.files()
    #expect(drawn.count == 30 && drawn.allSatisfy(gallery.contains))
    for file in drawn {
      let shown = Tool.top.appendingPathComponent("Output/\(file)")
      #expect(try words(scratch.url(file)) == words(shown), "Samples/gallery draws \(file) anew")
    }
  }
}
