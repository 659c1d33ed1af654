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
    #expect(picture.contains("points · loss") && picture.contains("class=\"edge curve t0 solid\""))
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

  @Test("each unit has a block with a square and a name for each input") func units() throws {
    let scratch = try Scratch()
    let outcome = try Self.plot([
      "Samples/familytrees.yaml", "--step", "1", "--kind", "units", "--csv", "-", "-o",
      scratch.file("a.svg"),
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = Self.rows(outcome.output).dropFirst()
    #expect(rows.count == 6 * 24 + 6 * 12 && Set(rows.map { $0[1] }).count == 12)
    let drawn = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    let numbers = rows.compactMap { Double($0[3]) }
    #expect(drawn.matches(of: /class="node full t0"/).count == numbers.count { $0 > 0 })
    #expect(drawn.matches(of: /class="node full t1"/).count == numbers.count { $0 < 0 })
    #expect(drawn.matches(of: />Christopher</).count == 6 && drawn.contains("· generation "))
  }

  @Test("layers of a run are counted in the same ranges") func sameRanges() throws {
    let histogram = try Self.plot([
      "Samples/initialisation-plain.yaml", "--kind", "activations", "--step", "1", "--csv", "-",
    ])
    let rows = Self.rows(histogram.output)
    func ends(_ layer: Int) -> [[String]] {
      rows.filter { $0[1] == "layer\(layer)" }.map { Array($0[2...3]) }
    }
    #expect(ends(1).count == 25 && (2...4).allSatisfy { ends($0) == ends(1) })
    // Small weights shrink what flows: from the second layer on all outputs are in the first bar.
    for layer in 2...4 {
      let counts = rows.filter { $0[1] == "layer\(layer)" }.compactMap { Int($0[4]) }
      #expect(counts.count == 25 && counts[0] + counts[1] == 16 * 300)
    }
  }

  @Test("a path is the parameters of each step, moved by what the optimizer remembers") func path()
    throws
  {
    let scratch = try Scratch()
    func rows(_ kind: String) throws -> [[String]] {
      let outcome = try Self.plot([
        "Samples/optimizers-sgd.yaml", "--kind", kind, "--csv", "-", "-o", scratch.file("a.svg"),
      ])
      #expect(outcome.code == 0, "\(outcome.errors)")
      return Array(Self.rows(outcome.output).dropFirst())
    }
    let (path, losses) = try (rows("path"), rows("loss"))
    #expect(path.count == 101 && losses.count == 100)
    #expect(zip(path, losses).allSatisfy { $0[4] == $1[3] })
    // Without momentum the velocity before a step is the gradient of the step before.
    let states = try rows("optimizer")
    #expect(states.count == 200 && states[0][2...3] == ["velocity", "layer1/neuron1/w1"])
    for step in 1..<100 {
      for parameter in 0...1 {
        let before = try #require(Double(path[step - 1][2 + parameter]))
        let after = try #require(Double(path[step][2 + parameter]))
        let gradient = try #require(Double(states[2 * step + parameter][4]))
        #expect(after == before - 0.04 * gradient)
      }
    }
    _ = try rows("path")
    let drawn = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(drawn.matches(of: /class="node sign t0"/).count == 101 && drawn.contains("edge level"))
  }

  @Test("of many parameters a curve is a layer, and the table has every one") func states() throws {
    let scratch = try Scratch()
    let outcome = try Self.plot([
      "Samples/points.yaml", "--kind", "optimizer", "--csv", "-", "-o", scratch.file("a.svg"),
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(Self.rows(outcome.output).count == 1 + 60 * 2 * 17)
    let drawn = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(drawn.contains("points · m, root mean square") && drawn.contains(">layer2 "))
    #expect(drawn.matches(of: /class="edge curve t[01]"/).count == 4)
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
      (
        ["Samples/points.yaml", "--kind", "weights", "--log", "--csv", "-"],
        "--log: error: this goes with"
      ),
      (
        ["Samples/points.yaml", "--step", "3", "--csv", "-"],
        "--step 3: error: this is not for loss, which"
      ),
      (["Samples/points.yaml", "--kind", "path", "--csv", "-"], "this network has 17"),
      (
        ["Samples/basketball.yaml", "--kind", "optimizer", "--csv", "-"],
        "nothing that its optimizer"
      ),
      (
        ["Samples/digits.yaml", "--set", "steps=1", "--kind", "units", "--csv", "-"], "of one input"
      ),
      (["Samples/points.yaml", "--kind", "units", "--row", "0", "--csv", "-"], "--row 0: error"),
      (["none.yaml", "--csv", "-"], "none.yaml: error: there is no such file"),
    ])
  func refused(_ arguments: [String], _ message: String) throws {
    let outcome = try Self.plot(arguments)
    #expect(outcome.code == 2 && outcome.errors.contains(message), "\(outcome.errors)")
  }
}
