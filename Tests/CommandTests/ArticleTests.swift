import Foundation
import Testing

@Suite("Articles") struct ArticleTests {
  private static let catalog = Tool.top.appendingPathComponent(
    "Sources/GraphGradKit/GraphGradKit.docc")

  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: catalog.path)
      .filter { $0.hasSuffix(".md") }.sorted()) ?? []

  private static func article(_ name: String) throws -> String {
    try String(contentsOf: catalog.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("every command of an article runs, one after the other", arguments: names)
  func commands(_ name: String) throws {
    let lines = try Self.article(name).split(separator: "\n").filter {
      $0.hasPrefix("    graphgrad ") || $0.hasPrefix("    head ")
    }
    guard !lines.isEmpty else { return }
    let scratch = try Scratch.project()
    try FileManager.default.createDirectory(
      at: scratch.url("docs"), withIntermediateDirectories: false)
    for document in ["README.md", "docs/lecture.md"] {
      try Data("```graphgrad\na = 2; L = a^2\n```\n".utf8).write(to: scratch.url(document))
    }
    for line in lines {
      let command = line.replacing("    graphgrad ", with: "    '\(Tool.path)' ")
      let outcome = try Tool.run("/bin/sh", ["-c", String(command)], in: scratch.path)
      #expect(outcome.code == 0, "\(name): \(line): \(outcome.errors)")
    }
  }

  @Test("Swift in articles is code that is there, or runs with the tests", arguments: names)
  func swift(_ name: String) throws {
    let blocks = try Self.article(name).components(separatedBy: "```swift\n").dropFirst()
    guard !blocks.isEmpty else { return }
    let known = try Self.sourceLines()
    for block in blocks {
      for line in block.components(separatedBy: "\n```")[0].split(separator: "\n") {
        #expect(known.contains(line.drop { $0 == " " }), "\(name): \(line)")
      }
    }
  }

  private static func sourceLines() throws -> Set<Substring> {
    var lines: Set<Substring> = ["import GraphGradKit"]
    let files = ["Sources", "Tests/GraphGradKitTests", "Tests/AutogradTests"].flatMap { folder in
      let url = Tool.top.appendingPathComponent(folder)
      let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
      return (names ?? []).filter { $0.hasSuffix(".swift") }.map(url.appendingPathComponent)
    }
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      lines.formUnion(text.split(separator: "\n").map { $0.drop { $0 == " " } })
    }
    return lines
  }

  @Test("what articles link to is there", arguments: names)
  func links(_ name: String) throws {
    for match in try Self.article(name).matches(of: /<doc:([A-Za-z]+)>/) {
      #expect(Self.names.contains("\(match.output.1).md"), "\(name): \(match.output.0)")
    }
  }
}
