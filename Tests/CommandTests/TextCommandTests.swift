import Foundation
import Testing

@Suite("Character models on the command line") struct TextCommandTests {
  private static let few = [
    "--set", "data.split=[0.05, 0, 0.95]", "--set", "steps=12", "--set", "model.width=4", "--set",
    "model.heads=2", "--set",
    "model.hidden=6",
  ]

  private static func run(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(Tool.path, arguments)
  }

  /// A short recording of the sample.
  private static func recorded(_ scratch: Scratch) throws -> String {
    let path = scratch.file("names.gradrec")
    let outcome = try Tool.run(
      Tool.path,
      ["train", "Samples/names.yaml", "--frames", "none", "--quiet", "--record", path] + few)
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return path
  }

  @Test("a recording holds no programs, and pictures, tables and texts come from it")
  func recording() throws {
    let scratch = try Scratch()
    let path = try Self.recorded(scratch)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    #expect((size ?? .max) < 400_000)
    let picture = try Self.run(
      "render", path, "--depth", "1", "--expand", "block1", "-o", scratch.file("a.svg"))
    #expect(picture.code == 0 && picture.errors.isEmpty, "\(picture.errors)")
    let svg = try String(contentsOfFile: scratch.file("a.svg"), encoding: .utf8)
    #expect(svg.contains("the text &quot;emma&quot;") && svg.contains(">mlp<"))
    let other = try Self.run(
      "render", path, "--input", "zoe", "--depth", "1", "-o", scratch.file("b.svg"))
    #expect(other.code == 0, "\(other.errors)")
    let part = try Self.run(
      "render", path, "--focus", "block1/mlp/neuron3", "-o", scratch.file("c.svg"))
    #expect(part.code == 0, "\(part.errors)")
    let table = try Self.run("neurons", path, "--by", "position", "--format", "csv")
    #expect(table.output.hasPrefix("neuron,group,places,fires\nblock1/mlp/neuron1,position 1,21,"))
    #expect(table.output.split(separator: "\n").count == 1 + 6 * 8)
    #expect(try Self.run("neurons", path).output.contains("block1/mlp/neuron6"))
    let plot = try Self.run(
      "plot", path, "--kind", "firing", "--by", "position", "--csv", "-", "-o",
      scratch.file("d.svg"))
    #expect(
      plot.output.replacing("\nnames,", with: "\n").replacing("run,", with: "") == table.output)
    let tiles = try String(contentsOfFile: scratch.file("d.svg"), encoding: .utf8)
    #expect(tiles.contains(">neuron 6<") && tiles.contains("where each neuron fires"))
    let page = try Self.run("page", path, "-o", scratch.file("a.html"))
    #expect(page.code == 1 && page.errors.contains("no page of a network that reads texts"))
  }

  @Test("texts are written, the same for the same seed, and the new ones are told") func writing()
    throws
  {
    let scratch = try Scratch()
    let path = try Self.recorded(scratch)
    let texts = try Self.run("generate", path, "--count", "6")
    let lines = texts.output.split(separator: "\n")
    #expect(lines.count == 7 && lines[0] == "text,new")
    #expect(
      texts.errors.hasSuffix("of 6 are none of the 428 texts of the data\n"), "\(texts.errors)")
    #expect(try Self.run("generate", path, "--count", "6").output == texts.output)
    #expect(try Self.run("generate", path, "--count", "6", "--seed", "2").output != texts.output)
    let begun = try Self.run(
      "generate", path, "--count", "3", "--prefix", "mar", "--temperature", "0")
    #expect(begun.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("mar") })
  }

  @Test(
    "what cannot be is told",
    arguments: [
      (["render", "--input", "Emma"], "made of the characters of the data"),
      (["render", "--input", "maximilians"], "at most 8"),
      (["render", "--input", "emma", "--answer", "a"], "a text says itself what comes next"),
      (["generate", "--prefix", "é"], "none of the characters"),
      (["generate", "--prefix", "maximilians"], "at most 8 characters"),
      (["generate", "--temperature=-1"], "0 or more"),
      (["generate", "-o", "x.svg"], "texts are printed"),
      (["neurons", "--by", "class"], "one of position, token"),
      (["plot", "--kind", "firing", "--by", "x", "--csv", "-"], "one of position, token"),
      (["plot", "--by", "token", "--csv", "-"], "--by token: error: this goes with --kind firing"),
    ] as [([String], String)])
  func mistakes(_ arguments: [String], _ words: String) throws {
    let outcome = try Tool.run(
      Tool.path,
      [arguments[0], "Samples/names.yaml"] + arguments.dropFirst()
        + (arguments[0] == "render" ? ["-o", "/tmp/never.svg"] : []) + Self.few)
    #expect(outcome.code != 0 && outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test("an interrupted run goes on bit for bit, batch by batch") func resuming() throws {
    let scratch = try Scratch()
    let path = try Self.recorded(scratch)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let torn = scratch.file("torn.gradrec")
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: torn))
    let outcome = try Self.run("train", "--resume", torn, "--frames", "none", "--quiet")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: torn)) == whole)
  }
}
