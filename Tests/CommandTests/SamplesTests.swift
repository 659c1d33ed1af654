import Foundation
import SampleFiles
import Testing

@Suite("graphgrad samples") struct SamplesTests {
  @Test("every file of Samples is in the tool, as it is") func complete() throws {
    let folder = Tool.top.appendingPathComponent("Samples")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let others = ["README.md", "micrograd_export.py"]
    let own = Set(
      files.filter { !$0.hasPrefix(".") && $0.contains(".") && !others.contains($0) })
    let known = Sample.all.flatMap(\.files)
    #expect(own == Set(known.map(\.name)) && own.count == known.count)
    for file in known {
      let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(file.name)))
      #expect(bytes == file.bytes, "\(file.name)")
    }
  }

  @Test("each says in one line what it shows, and how to run it") func list() throws {
    let outcome = try Tool.run("samples")
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.code == 0 && lines.count == Sample.all.count)
    for (line, sample) in zip(lines, Sample.all) {
      #expect(line.hasPrefix(sample.name) && line.utf8.count <= 110, "\(line)")
      #expect(!sample.summary.isEmpty)
      #expect(sample.commands.contains { $0.contains("Samples/\(sample.files[0].name)") })
    }
    let one = try Tool.run("samples", "yinyang")
    #expect(one.output.hasPrefix("A network of 2 inputs") && one.output.contains("graphgrad train"))
  }

  @Test("a copy runs where it is, and is never written over") func copy() throws {
    let scratch = try Scratch()
    let copied = try Tool.run("samples", "--copy", "points", in: scratch.path)
    #expect(copied.code == 0 && copied.output.contains("\ngraphgrad train points.yaml\n"))
    #expect(try scratch.files() == ["points.csv", "points.safetensors", "points.yaml"])
    let trained = try Tool.run(
      "train", "points.yaml", "--frames", "none", "--set", "steps=2", in: scratch.path)
    #expect(trained.code == 0, "\(trained.errors)")
    let again = try Tool.run("samples", "--copy", "points", in: scratch.path)
    #expect(again.code == 1 && again.errors.hasPrefix("points.yaml: error: this file is there"))
    let wrong = try Tool.run("samples", "--copy", "nothing", in: scratch.path)
    #expect(wrong.code == 2 && wrong.errors.contains("there is no sample nothing; there are"))
  }

  private static func readme() throws -> String {
    try String(contentsOf: Tool.top.appendingPathComponent("Samples/README.md"), encoding: .utf8)
  }

  @Test("the list of samples names every one, with pictures that are there") func readme() throws {
    let text = try Self.readme()
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("### ") }.flatMap {
      $0.dropFirst(4).split(separator: ", ").map(String.init)
    }
    #expect(Set(headings) == Set(Sample.all.map(\.name)) && headings.count == Sample.all.count)
    let pictures = text.matches(of: /\]\(\.\.\/([^)]+)\)/).map { String($0.output.1) }
    #expect(pictures.count >= 12)
    for picture in pictures {
      let path = Tool.top.appendingPathComponent(picture).path
      #expect(FileManager.default.fileExists(atPath: path), "\(picture)")
    }
  }

  @Test(
    "its commands run, where there is a release build to run them",
    .enabled(if: ProcessInfo.processInfo.environment["GRAPHGRAD_RELEASE"] != nil))
  func commands() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      at: scratch.url("Samples"), withDestinationURL: Tool.top.appendingPathComponent("Samples"))
    try FileManager.default.createDirectory(
      at: scratch.url("Output"), withIntermediateDirectories: false)
    let lines = try Self.readme().split(separator: "\n").filter { $0.hasPrefix("    graphgrad ") }
    #expect(lines.count >= 12)
    for line in lines {
      let command = line.dropFirst(14)
      let outcome = try Tool.run(
        "/bin/sh", ["-c", "'\(Tool.releasePath)' \(command)"], in: scratch.path)
      #expect(outcome.code == 0, "\(command): \(outcome.errors)")
    }
  }
}
