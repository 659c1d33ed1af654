import Foundation
import Testing

@Suite("Pictures of any size") struct PictureSizeTests {
  private static func chain(_ count: Int) -> String {
    "y0 = 1\n" + (1...count).map { "y\($0) = y\($0 - 1)*1.0001\n" }.joined()
  }

  private static func width(_ path: String) throws -> Int {
    try Data(contentsOf: URL(fileURLWithPath: path))[16..<20].reduce(0) { $0 << 8 | Int($1) }
  }

  @Test("a PNG that would be too large is drawn smaller where it can be read, else refused")
  func large() throws {
    let scratch = try Scratch()
    let smaller = try Tool.run(
      "render", "-o", scratch.file("a.png"), input: Self.chain(180))
    #expect(smaller.code == 0)
    #expect(smaller.errors.hasPrefix("the picture is drawn at 8"), "\(smaller.errors)")
    #expect((31_000...32_000).contains(try Self.width(scratch.file("a.png"))))
    let refused = try Tool.run(
      "render", "-o", scratch.file("b.png"), input: Self.chain(700))
    #expect(refused.code == 1 && refused.errors.hasPrefix("error: this picture would be 1"))
    #expect(refused.errors.contains("an .svg has no pixels; --root draws"), "\(refused.errors)")
    #expect(refused.errors.filter(\.isNewline).count == 1)
    let asked = try Tool.run(
      "render", "--width", "9000", "-o", scratch.file("c.png"), input: Self.chain(700))
    #expect(asked.code == 0 && asked.errors.isEmpty, "\(asked.errors)")
    let drawing = try Tool.run("render", "-o", scratch.file("d.svg"), input: Self.chain(700))
    #expect(drawing.code == 0 && drawing.errors.isEmpty)
    #expect(try scratch.files() == ["a.png", "c.png", "d.svg"])
  }

  @Test("a sum of 1,000 terms is drawn in a moment", arguments: ["x*", ""])
  func sum(_ factor: String) throws {
    let scratch = try Scratch()
    let terms = (0..<1_000).map { "\(factor)\($0)" }.joined(separator: " + ")
    let start = ContinuousClock.now
    let outcome = try Tool.run(
      "render", "-o", scratch.file("a.svg"), input: "x = 2\nL = \(terms)\n")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("L = \(factor.isEmpty ? 499_500 : 999_000).0\n"))
    #expect(ContinuousClock.now - start < .seconds(30))
    let svg = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(factor.isEmpty || svg.contains(">Σ<"))
  }

  @Test("what a command advises for a smaller picture it can do") func advice() throws {
    let product = "x = 1; y = x" + String(repeating: "*x", count: 1_000)
    let outcome = try Tool.run("render", "-o", "-", "--format", "svg", input: product)
    #expect(outcome.code == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("--root draws"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("--depth"))
  }

  @Test("without fonts no picture of empty squares", arguments: ["png", "pdf"])
  func fonts(_ format: String) throws {
    let scratch = try Scratch()
    try Data(
      """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig><dir>/nonexistent</dir><cachedir>\(scratch.file("cache"))</cachedir></fontconfig>
      """.utf8
    ).write(to: scratch.url("fonts.conf"))
    func render(_ format: String) throws -> Tool.Outcome {
      try Tool.run(
        "/usr/bin/env",
        [
          "FONTCONFIG_FILE=\(scratch.file("fonts.conf"))", Tool.path, "render", "-e", "a = 1", "-o",
          scratch.file("a.\(format)"),
        ])
    }
    let refused = try render(format)
    #expect(refused.code == 1 && refused.errors.contains("error: no font is installed"))
    #expect(refused.errors.contains("fonts-dejavu-core"))
    #expect(!FileManager.default.fileExists(atPath: scratch.file("a.\(format)")))
    let drawing = try render("svg")
    #expect(drawing.code == 0 && drawing.errors.hasPrefix("warning: no font is installed"))
  }
}
