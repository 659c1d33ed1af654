import Foundation
import Testing

@Suite("graphgrad prune and timeline") struct PruneTests {
  @Test("prune leaves a smaller network with the same loss, which can be used again") func prune()
    throws
  {
    let scratch = try Scratch()
    let outcome = try Tool.run("prune", "Samples/dying-relu.yaml", "-o", scratch.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("8 of 16 hidden neurons taken out"))
    #expect(outcome.output.contains("largest difference of any output over 100 examples: 0\n"))
    #expect(try scratch.files() == ["after.svg", "before.svg", "network.json"])
    let sample = Tool.top.appendingPathComponent("Samples/dying-relu.yaml")
    let yaml = try String(contentsOf: sample, encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("model:") && !$0.hasPrefix("steps:") }
      .joined(separator: "\n")
    try (yaml + "\nmodel: {weights: network.json}\n").write(
      to: scratch.url("small.yaml"), atomically: true, encoding: .utf8)
    let whole = try Tool.run("neurons", "Samples/dying-relu.yaml")
    let small = try Tool.run("neurons", scratch.file("small.yaml"))
    let loss = try #require(whole.output.firstMatch(of: /loss [0-9.]+/)?.output)
    #expect(small.output.contains(loss), "\(small.output) \(small.errors)")
    let active = small.output.split(separator: "\n").filter { $0.contains("active: ") }
    #expect(active.count == 8)
  }

  @Test("filters are taken out of a convolutional network, which answers the same to the bit")
  func filters() throws {
    let scratch = try Scratch()
    let yaml = """
      name: reads
      seed: 5
      data: {kind: digits, count: 40, split: [0.75, 0, 0.25]}
      model: {kind: cnn, layers: [{convolution: {filters: 4, size: 3}}, {maxPool: 2},
        {convolution: {filters: 3, size: 2}}, {dense: 6}, {dense: 10}]}
      loss: crossEntropy
      optimizer: {kind: adam, learningRate: 0.05}
      steps: 25
      """
    try Data(yaml.utf8).write(to: scratch.url("reads.yaml"))
    let outcome = try Tool.run(
      "prune", scratch.file("reads.yaml"), "-o", scratch.file("pruned"))
    #expect(outcome.code == 0, "\(outcome.errors)")
    let count = outcome.output.firstMatch(of: /([0-9]+) of 13 hidden neurons and filters taken out/)
    let removed = try #require(count.flatMap { Int($0.1) })
    #expect(removed > 1 && outcome.output.contains("/filter"))
    #expect(outcome.output.contains("largest difference of any output over 30 examples: 0\n"))
    let pruned = scratch.file("pruned/network.gradrec")
    let small = try Tool.run("neurons", pruned, "--format", "csv")
    #expect(small.output.split(separator: "\n").count == 1 + 13 - removed)
    // The probabilities of the answers to pictures of another part, to the last digit.
    let answers = try [scratch.file("reads.yaml"), pruned].map { path in
      let table = try Tool.run("plot", path, "--kind", "examples", "--csv", "-")
      #expect(table.code == 0, "\(table.errors)")
      return table.output
    }
    #expect(answers[0] == answers[1] && answers[0].split(separator: "\n").count == 11)
  }

  @Test("the timeline's table says when each neuron died and came back") func timeline() throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      "timeline", "Samples/dying-relu.yaml", "-o", scratch.file("t.svg"), "--csv", "-")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = outcome.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count == 61 * 16 && rows.last?[0] == "end")
    var before: [String: Bool] = [:]
    for row in rows {
      let fires = Double(row[3]) != 0
      let was = before[row[2]] ?? fires
      let event = was == fires ? "" : fires ? "birth" : "death"
      #expect(row[4] == event, "\(row)")
      before[row[2]] = fires
    }
    let svg = try String(contentsOf: scratch.url("t.svg"), encoding: .utf8)
    for kind in ["death", "birth"] {
      let marks = svg.matches(of: try Regex("class=\"node \(kind)\"")).count
      let events = rows.filter { $0[4] == kind }
      #expect(marks == events.count && marks > 5)
    }
  }

  @Test("without a place to write to, or steps to draw, nothing is written") func mistakes() throws
  {
    let scratch = try Scratch()
    let nowhere = try Tool.run("timeline", "Samples/points.yaml")
    #expect(nowhere.code == 2 && nowhere.errors.contains("say where to write"))
    let still = try Tool.run("timeline", "Samples/basketball.yaml", "-o", scratch.file("t.svg"))
    #expect(still.code == 2 && still.errors.contains("trains no steps"))
    let lost = try Tool.run(
      "prune", "Samples/points.yaml", "--set", "optimizer.learningRate=1e308", "-o",
      scratch.file("p"))
    #expect(lost.code == 1 && lost.errors.contains("every number should be finite"))
    #expect(try scratch.files().isEmpty)
  }
}
