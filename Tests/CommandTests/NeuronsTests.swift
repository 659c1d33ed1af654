import Foundation
import Testing

@Suite("graphgrad neurons") struct NeuronsTests {
  private struct Record: Decodable {
    let neuron: String
    let fires, effectOnOutputs, effectOnLoss, gradientNorm: Double
    let verdict: String
    let holds: [String]
    let reason: String
  }

  private func records(_ arguments: String...) throws -> [Record] {
    let outcome = try Tool.run(
      Tool.path, ["neurons"] + arguments + ["--format", "json"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try JSONDecoder().decode([Record].self, from: Data(outcome.output.utf8))
  }

  @Test("every hidden neuron has a record, layers and neurons counted from 1") func json() throws {
    let records = try records("Samples/dying-relu.yaml")
    let names = [1, 2].flatMap { layer in (1...8).map { "layer\(layer)/neuron\($0)" } }
    #expect(records.map(\.neuron) == names)
    let dead = records.filter { $0.verdict == "dead" }
    #expect(dead.count == 6)
    for record in dead {
      #expect(record.fires == 0 && record.effectOnOutputs == 0 && record.effectOnLoss == 0)
      #expect(record.gradientNorm == 0)
      #expect(record.holds.contains("zero-effect") && record.holds.contains("not-learning"))
      #expect(record.reason.hasPrefix("dead since step "))
    }
  }

  @Test("CSV, Markdown and the table tell the same neurons and verdicts as JSON") func forms()
    throws
  {
    let records = try records("Samples/dying-relu.yaml")
    for (format, separator) in [("csv", ","), ("markdown", " | "), ("table", "  ")] {
      let outcome = try Tool.run("neurons", "Samples/dying-relu.yaml", "--format", format)
      let lines = outcome.output.split(separator: "\n")
      for record in records {
        let line = try #require(lines.first { $0.contains("\(record.neuron)\(separator)") })
        #expect(line.contains(record.verdict), "\(format): \(line)")
      }
    }
  }

  @Test("the neuron that knows basketball fires for Michael Jordan alone") func basketball() throws
  {
    let record = try #require(try records("Samples/basketball.yaml").first)
    #expect(record.fires == 0.25 && record.effectOnOutputs == 1 && record.verdict == "active")
    #expect(abs(record.effectOnLoss - 1.0 / 12) < 1e-15)
  }

  @Test("--fail-on ends with code 3 after printing, and with 0 where nothing is found")
  func failOn() throws {
    let found = try Tool.run(
      "neurons", "Samples/dying-relu.yaml", "--fail-on", "dead,zero-effect")
    #expect(found.code == 3 && found.output.contains("layer1/neuron4"))
    #expect(found.errors.contains("dead or zero-effect: 8 of 16 neurons"))
    let cured = try Tool.run("neurons", "Samples/dying-relu-cured.yaml", "--fail-on", "dead")
    #expect(cured.code == 0 && cured.errors.isEmpty)
  }

  @Test("--step judges earlier parameters, --split other examples, --tolerance is said")
  func options() throws {
    let early = try records("Samples/dying-relu.yaml", "--step", "1")
    #expect(early.allSatisfy { $0.verdict != "dead" })
    let test = try Tool.run("neurons", "Samples/yinyang.yaml", "--split", "test")
    #expect(test.output.contains("over 10 test examples"))
    let loose = try Tool.run("neurons", "Samples/points.yaml", "--tolerance", "1e6")
    #expect(loose.output.contains("0 within 1000000.0") && loose.output.contains("dead"))
  }

  @Test("a network from a safetensors file is judged with the data of a CSV file") func weights()
    throws
  {
    let records = try records(
      "--weights", "Samples/points.safetensors", "--activation", "relu", "--data",
      "Samples/points.csv")
    let fires: [Double] = [0.5625, 0.9375, 0.25]
    #expect(records.map(\.fires) == fires)
    let none = try Tool.run(
      "neurons", "--weights", "Samples/points.csv", "--data", "Samples/points.csv")
    #expect(none.code == 2 && none.errors.hasPrefix("Samples/points.csv"))
  }

  @Test(
    "wrong input: a message, exit code 2, nothing printed",
    arguments: [
      ([], "give an experiment"), (["none.yaml"], "none.yaml: error: there is no such file"),
      (["Samples/points.yaml", "--step", "0"], "--step 0: error: there are the steps 1 to 60"),
      (["Samples/points.yaml", "--split", "test"], "--split test: error: there are no examples"),
      (
        ["Samples/points.yaml", "--tolerance", "nan"],
        "--tolerance nan: error: this should be 0 or more"
      ),
      (
        ["Samples/points.yaml", "--fail-on", "dull"], "--fail-on dull: error: this should be one of"
      ),
      (["--weights", "a.json"], "--weights goes with --data"),
    ])
  func mistakes(_ arguments: [String], _ message: String) throws {
    let outcome = try Tool.run(Tool.path, ["neurons"] + arguments)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
