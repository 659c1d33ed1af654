import Foundation
import Testing

@Suite("graphgrad plot") struct PlotCommandTests {
  private static func plot(_ arguments: [String]) throws -> Tool.Outcome {
    try Tool.run(Tool.path, ["plot"] + arguments)
  }

  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("the losses of the table are those of training, to the last digit, and they are drawn")
  func losses() throws {
    let scratch = try Scratch()
    let outcome = try Self.plot([
      "Samples/points.yaml", "--kind", "loss", "--csv", "-", "-o", scratch.file("a.svg"),
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let trained = try Tool.run(
      "train", "Samples/points.yaml", "--frames", "none", "--losses", "-", "--quiet")
    let expected = Self.rows(trained.output).dropFirst().filter { $0[1] == "train" }
    let found = Self.rows(outcome.output).filter { $0[1] == "train" }
    #expect(found.map { $0[2] } == expected.map { $0[0] })
    #expect(found.compactMap { Double($0[3]) } == expected.compactMap { Double($0[2]) })
    let picture = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(picture.contains("points · loss") && picture.contains("class=\"edge curve t0\""))
  }

  @Test("regions are what the network predicts, examples what it learnt from") func boundary()
    throws
  {
    let scratch = try Scratch()
    let outcome = try Self.plot([
      "Samples/points.yaml", "--kind", "boundary", "--csv", scratch.file("a.csv"), "-o",
      scratch.file("a.svg"),
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = try Self.rows(String(contentsOf: scratch.url("a.csv"), encoding: .utf8))
    #expect(rows.count { $0[1] == "grid" } == 160 * 160)
    let examples = rows.filter { $0[1] == "example" }
    let drawn = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(drawn.matches(of: /class="node sign t/).count == examples.count)
    #expect(drawn.matches(of: /class="node cross"/).count == examples.count { $0[5] == "no" })
    // Three places of the grid, by the network's own picture of them.
    for row in [rows[1], rows[12_000], rows[25_600]] {
      let render = try Tool.run(
        "render", "Samples/points.yaml", "--input", "\(row[2]),\(row[3])", "-o",
        scratch.file("b.json"))
      #expect(render.code == 0, "\(render.errors)")
      let text = try String(contentsOf: scratch.url("b.json"), encoding: .utf8)
      let target = try #require(text.range(of: "\"isTarget\" : true"))
      let label = text[target.upperBound...].firstMatch(of: /"label" : "([^"]*)"/)
      #expect(label.map { String($0.output.1) }?.contains(row[4]) == true, "\(row)")
    }
  }

  @Test("every output is counted once, and every weight has its square") func countsAndSquares()
    throws
  {
    let histogram = try Self.plot([
      "Samples/dying-relu.yaml", "--kind", "activations", "--csv", "-",
    ])
    for layer in ["layer1", "layer2"] {
      let counts = Self.rows(histogram.output).filter { $0[1] == layer }.compactMap { Int($0[4]) }
      #expect(counts.reduce(0, +) == 8 * 100)
    }
    let scratch = try Scratch()
    let weights = try Self.plot([
      "Samples/points.yaml", "--kind", "weights", "--csv", "-", "-o", scratch.file("a.svg"),
    ])
    let numbers = Self.rows(weights.output).dropFirst().compactMap { Double($0[4]) }
    #expect(numbers.count == 17)
    let drawn = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(drawn.matches(of: /class="node full t0"/).count == numbers.count { $0 > 0 })
    #expect(drawn.matches(of: /class="node full t1"/).count == numbers.count { $0 < 0 })
  }

  @Test("a kernel's weights are not called by the names of pixels") func kernels() throws {
    let scratch = try Scratch()
    let plotted = try Self.plot([
      "Samples/digits.yaml", "--set", "steps=1", "--set", "data.count=20", "--kind", "weights",
      "--csv", "-", "-o", scratch.file("a.svg"),
    ])
    let filters = Self.rows(plotted.output).filter { $0[1] == "convolution1" }
    #expect(filters.count == 6 * 10)
    #expect(Set(filters.map { $0[3] }) == Set((1...9).map { "w\($0)" } + ["b"]))
  }

  @Test("several runs share a plot; of the same name they are called by their files") func several()
    throws
  {
    let scratch = try Scratch()
    for (name, rate) in [("a", "0.05"), ("b", "0.01")] {
      let trained = try Tool.run(
        "train", "Samples/points.yaml", "--frames", "none", "--record",
        scratch.file("\(name).gradrec"), "--set", "optimizer.learningRate=\(rate)", "--quiet")
      #expect(trained.code == 0)
    }
    let runs = ["a", "b"].map { scratch.file("\($0).gradrec") }
    for format in ["svg", "png", "pdf"] {
      let outcome = try Self.plot(runs + ["--log", "-o", scratch.file("l.\(format)")])
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    let picture = try String(contentsOf: scratch.url("l.svg"), encoding: .utf8)
    #expect(picture.contains("a, b · loss"))
    let step = try Self.plot(runs + ["--kind", "boundary", "--step", "5", "-o", runs[0] + ".svg"])
    #expect(step.code == 0, "\(step.errors)")
  }

  @Test(
    "what cannot be plotted is refused with its reason",
    arguments: [
      (
        ["Samples/basketball.yaml", "--kind", "boundary", "--csv", "-"],
        "boundary is that of classes"
      ),
      (["Samples/basketball.yaml", "--csv", "-"], "no step of it is there to plot"),
      (["Samples/points.yaml"], "error: say where to write"),
      (["Samples/points.yaml", "-o", "-", "--csv", "-"], "choose one"),
      (["Samples/points.yaml", "-o", "a.json"], "a plot is a picture or, with --csv, a table"),
      (["Samples/points.yaml", "--kind", "weights", "--log", "--csv", "-"], "--log goes with"),
      (["Samples/points.yaml", "--step", "3", "--csv", "-"], "--step goes with boundary"),
      (["none.yaml", "--csv", "-"], "none.yaml: error: there is no such file"),
    ])
  func refused(_ arguments: [String], _ message: String) throws {
    let outcome = try Self.plot(arguments)
    #expect(outcome.code == 2 && outcome.errors.contains(message), "\(outcome.errors)")
  }
}
