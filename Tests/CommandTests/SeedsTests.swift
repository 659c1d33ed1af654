import Foundation
import Testing

@Suite("graphgrad seeds") struct SeedsTests {
  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("a run stops where training from this seed first has the loss that is asked for")
  func goal() throws {
    let goal = 0.2
    let found = try Tool.run(
      "seeds", "Samples/points.yaml", "--count", "3", "--from", "5", "--until", "loss=\(goal)",
      "--csv")
    #expect(found.code == 0)
    let rows = Self.rows(found.output)
    #expect(rows.count == 4 && rows[0].prefix(4) == ["seed", "reached", "steps", "loss"])
    for (row, seed) in zip(rows.dropFirst(), 5...) {
      let trained = try Tool.run(
        "train", "Samples/points.yaml", "--frames", "none", "--losses", "-", "--quiet", "--set",
        "seed=\(seed)")
      let losses = Self.rows(trained.output).filter { $0[1] == "train" }.map { $0[2] }
      #expect(row[0] == "\(seed)" && losses.count == 60)
      if let place = losses.firstIndex(where: { Double($0) ?? .infinity <= goal }) {
        #expect(row[1] == "yes" && row[2] == "\(place)" && row[3] == losses[place])
      } else {
        #expect(row[2] == "60")
      }
    }
    #expect(rows.contains { $0[1] == "yes" } && found.errors.contains("reached by"))
  }

  @Test(
    "the family trees: all 100 questions are learnt, and those kept apart answered as README says",
    .enabled(if: ProcessInfo.processInfo.environment["GRAPHGRAD_RELEASE"] != nil))
  func familyTrees() throws {
    let found = try Tool.run(
      Tool.releasePath,
      ["seeds", "Samples/familytrees.yaml", "--from", "4", "--count", "1", "--csv"])
    let row = try #require(Self.rows(found.output).last)
    #expect(row[0] == "4" && row[4] == "1.0" && row[8] == "1.0")
  }

  @Test("a line a seed and the summary, the same every time, into a file too") func table() throws {
    let scratch = try Scratch()
    let arguments = ["seeds", "Samples/points.yaml", "--count", "4", "--set", "steps=20"]
    let first = try Tool.run(Tool.path, arguments)
    #expect(first.code == 0 && first.errors.isEmpty, "\(first.errors)")
    let lines = first.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "points: 4 seeds, 20 steps")
    #expect(lines[2].split(separator: " ") == ["seed", "loss", "accuracy", "validation", "dead"])
    #expect(lines[3...6].map { $0.prefix(1) } == ["1", "2", "3", "4"])
    #expect(lines[8].hasPrefix("training loss: median "))
    #expect(lines[9].hasPrefix("validation: "))
    let second = try Tool.run(Tool.path, arguments + ["-o", scratch.file("seeds.txt")])
    #expect(second.code == 0 && second.output.isEmpty)
    // Latin-1 on one side: the tool's words are compared as bytes.
    #expect(
      try String(contentsOf: scratch.url("seeds.txt"), encoding: .isoLatin1) == first.output)
  }

  @Test(
    "what cannot be asked for is refused with its reason, and nothing is written",
    arguments: [
      (["Samples/xor.yaml", "--count", "0"], "--count 0: error: this should be from 1 to 10000"),
      (["Samples/xor.yaml", "--from", "0"], "--from 0: error: this should be 1 or more"),
      (["Samples/xor.yaml", "--set", "seed=3"], "the seeds are those of --from and --count"),
      (["Samples/xor.yaml", "--until", "speed=3"], "The value 'speed=3' is invalid"),
      (["Samples/diffusion.yaml", "--until", "accuracy=1"], "predicts numbers"),
      (["Samples/basketball.yaml"], "this experiment trains no steps"),
      (["Samples/xor.yaml", "--set", "loss=x"], "--set loss=x: error: loss is \"x\""),
      (["none.yaml"], "none.yaml: error: there is no such file"),
    ])
  func refused(_ arguments: [String], _ message: String) throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      Tool.path, ["seeds"] + arguments + ["-o", scratch.file("a.txt")])
    #expect(outcome.code == 2 && outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try scratch.files().isEmpty)
  }

  @Test("a mistake in the file is told with its line and column") func place() throws {
    let outcome = try Tool.run("seeds", "-", input: "data: {kind: xor}\nmodle: {layers: [1]}\n")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("standard input:2:1: error: unknown key modle"))
  }
}
