import Foundation
import Testing

@Suite("Pictures for pages") struct InlineCommandTests {
  @Test("--inline takes its prefix from the output's name, or from --prefix") func prefixes() throws
  {
    let scratch = try Scratch()
    for (name, more, prefix) in [
      ("loss.svg", [], "loss-"), ("2.svg", [], "g2-"), ("x.svg", ["--prefix", "A_b-1"], "A_b-1-"),
    ] {
      let outcome = try Tool.run(
        Tool.path,
        ["render", "-e", "a=2; L=a*a", "--inline", "-o", scratch.file(name)] + more)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let svg = try String(contentsOf: scratch.url(name), encoding: .utf8)
      #expect(svg.hasPrefix("<svg ") && svg.contains("class=\"\(prefix)graphgrad\""))
    }
    let timeline = try Tool.run(
      "timeline", "Samples/dying-relu.yaml", "--set", "steps=3", "--inline", "--format", "svg",
      "-o", "-")
    #expect(timeline.output.contains("class=\"graphgrad-graphgrad\""))
  }

  @Test("a player as one element") func fragment() throws {
    let scratch = try Scratch()
    let recording = scratch.file("r.gradrec")
    _ = try Tool.run(
      "train", "Samples/points.yaml", "--quiet", "--frames", "none", "--set", "steps=3", "--record",
      recording)
    let outcome = try Tool.run("page", recording, "--fragment", "-o", "-")
    #expect(outcome.code == 0 && outcome.output.hasPrefix("<iframe "))
    #expect(outcome.output.hasSuffix("</iframe>\n"))
  }

  @Test(
    "wrong input is refused",
    arguments: [
      (["-o", "a.png", "--inline"], "--inline: error: this makes a piece of SVG, not png"),
      (["-o", "a.svg", "--prefix", "b"], "--prefix b: error: this goes with --inline"),
      (["-o", "a.svg", "--inline", "--prefix", "1 b"], "--prefix 1 b: error: this should be"),
    ])
  func wrongInput(_ arguments: [String], _ message: String) throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      Tool.path, ["render", "-e", "a=1"] + arguments, in: scratch.path)
    #expect(outcome.code == 2 && outcome.errors.hasPrefix(message), "\(outcome.errors)")
    #expect(try scratch.files().isEmpty)
  }
}
