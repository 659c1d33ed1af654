import Autograd
import Datasets
import Experiments
import Foundation
import NeuralNetworks
import Testing

private let good = """
  name: test
  data: {kind: moons, count: 20}
  model: {layers: [4, 1]}
  loss: hinge
  optimizer: {learningRate: 1.0, finalLearningRate: 0.1}
  steps: 5
  """

private func error(_ yaml: String, _ settings: [String] = []) -> ExperimentError? {
  do {
    _ = try Trainer(Experiment(yaml: yaml, settings: settings))
    return nil
  } catch {
    return error
  }
}

@Suite("Reading experiments") struct ReadingTests {
  @Test("what is left out has its default") func defaults() throws {
    let experiment = try Experiment(yaml: good)
    #expect(experiment.seed == 42 && experiment.validateEvery == 10 && experiment.l2 == 0)
    #expect(experiment.model.activation == .relu && experiment.optimizer?.kind == .sgd)
    #expect(experiment.view.subject == .example(1))
  }

  @Test("settings override any key, also one that the file leaves out") func settings() throws {
    let experiment = try Experiment(
      yaml: good,
      settings: ["model.layers=[16, 3, 1]", "seed=7", "data.count=200", "l2=1e-4", "name=other"])
    #expect(experiment.model.layers == [16, 3, 1] && experiment.seed == 7)
    #expect(experiment.l2 == 1e-4 && experiment.name == "other")
    let trainer = try Trainer(experiment)
    #expect(trainer.split.train.count == 160)
    #expect(trainer.parameters.count == 2 * 16 + 16 + 16 * 3 + 3 + 3 + 1)
  }

  @Test(
    "every generator, loss, optimiser and activation trains",
    arguments: [
      ["data={kind: circles}"], ["data={kind: spirals, classes: 2}"], ["data={kind: blobs}"],
      ["data={kind: xor}"], ["loss=binaryCrossEntropy"], ["loss=meanSquaredError"],
      ["loss=squaredError", "reduction=sum", "optimizer.learningRate=0.05"],
      ["loss=squaredError", "model.outputActivation=sigmoid"],
      ["loss=crossEntropy", "model.layers=[4,2]"],
      ["loss=binaryCrossEntropy", "model.layers=[4,2]"],
      ["optimizer={kind: adam, learningRate: 0.1}"],
      ["optimizer={kind: sgd, learningRate: 0.1, momentum: 0.9}"],
      ["optimizer={kind: momentum, learningRate: 0.05, weightDecay: 0.001}"],
      ["model.activation=gelu", "model.initialization=he"],
      ["model.initialization={uniform: 0.5, biases: true}"],
      ["model.initialization={normal: 0.5}"],
      ["model.groups=[{inputs: 1, neurons: 3}, {inputs: 1, neurons: 1}]"],
      ["model.activation=softplus", "model.initialization=xavier"],
      ["model.activation=sigmoid"], ["model.activation=leakyRelu"], ["l2=1e-3"],
      ["view={example: 3}"], ["view={input: [0.5, 1], label: 1, sums: chained}"],
    ])
  func variants(_ settings: [String]) throws {
    var trainer = try Trainer(Experiment(yaml: good, settings: settings + ["steps=20"]))
    let first = trainer.next()
    var last = first
    while let step = trainer.next() { last = step }
    #expect(try #require(last).loss < (try #require(first)).loss)
    let check = trainer.gradientCheck()
    #expect((check.worst?.error ?? 1) < 1e-6)
  }

  @Test(
    "a mistake is reported with its place",
    arguments: [
      ("data: {kind: moons}\nstep: 3", [], .file(line: 2, column: 1)),
      (good + "\nview: {label: 1}", [], .file(line: 7, column: 15)),
      (good.replacing("moons", with: "moon"), [], .file(line: 2, column: 14)),
      (good.replacing("steps: 5", with: "steps: five"), [], .file(line: 6, column: 8)),
      (good.replacing("[4, 1]", with: "[4, 5]"), [], .file(line: 3, column: 17)),
      (good.replacing("1.0,", with: "[1,"), [], .file(line: 5, column: 53)),
      (good + "\nsteps: 3", [], .file(line: 6, column: 1)),
      (good, ["steps=many"], .setting("steps=many")),
      (good, ["model.size=3"], .setting("model.size=3")),
      (good, ["nonsense"], .setting("nonsense")),
      (good, ["view={input: [1], label: 0}"], .setting("view={input: [1], label: 0}")),
      (good, ["view={example: 99}"], .setting("view={example: 99}")),
      (good, ["data={csv: none.csv, inputs: [x], label: y}"], .input(path: "./none.csv")),
      (good, ["data={kind: symmetry, count: 3}"], .setting("data={kind: symmetry, count: 3}")),
      (good, ["data={kind: familytrees, size: 3}"], .setting("data={kind: familytrees, size: 3}")),
      (good, ["optimizer.learningRate={2: 0.1}"], .setting("optimizer.learningRate={2: 0.1}")),
      (
        good.replacing("Rate: 1.0,", with: "Rate: {1: 0.1, 9: x},"), [],
        .file(line: 5, column: 39)
      ),
      (
        good, ["optimizer={learningRate: {1: 0.1, 5: 0.2, 3: 1}}"],
        .setting("optimizer={learningRate: {1: 0.1, 5: 0.2, 3: 1}}")
      ),
      (good, ["optimizer.learningRate={1: 0.1}"], .file(line: 5, column: 51)),
      (
        good, ["model.initialization={uniform: -1}"], .setting("model.initialization={uniform: -1}")
      ),
      (
        good, ["model.initialization={biases: true}"],
        .setting("model.initialization={biases: true}")
      ),
      (
        good, ["optimizer={kind: momentum, learningRate: 1, weightDecay: 1}"],
        .setting("optimizer={kind: momentum, learningRate: 1, weightDecay: 1}")
      ),
      (
        good, ["model.groups=[{inputs: 1, neurons: 4}]"],
        .setting("model.groups=[{inputs: 1, neurons: 4}]")
      ),
      (
        good, ["model.groups=[{inputs: 2, neurons: 3}]"],
        .setting("model.groups=[{inputs: 2, neurons: 3}]")
      ),
      (good, ["model.groups=[{inputs: 2}]"], .setting("model.groups=[{inputs: 2}]")),
      (good, ["reduction=total"], .setting("reduction=total")),
      (
        good.replacing("hinge", with: "binaryCrossEntropy"), ["model.outputActivation=sigmoid"],
        .setting("model.outputActivation=sigmoid")
      ),
      (good, ["seed=0"], .setting("seed=0")), (good, ["data.count=1"], .file(line: 1, column: 1)),
      ("", [], .file(line: 1, column: 1)), ("[1, 2]", [], .file(line: 1, column: 1)),
      ("just words", [], .file(line: 1, column: 1)),
      (
        good, ["optimizer={kind: sgd, learningRate: 1, betas: [0.9, 0.9]}"],
        .setting("optimizer={kind: sgd, learningRate: 1, betas: [0.9, 0.9]}")
      ),
    ] as [(String, [String], ExperimentError.Place)])
  func mistakes(_ yaml: String, _ settings: [String], _ place: ExperimentError.Place) {
    #expect(error(yaml, settings)?.place == place)
  }

  @Test("nothing nested too deeply reaches the recursive reader") func depth() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
      String(repeating: "{a: ", count: 100_000), String(repeating: "? ", count: 100_000),
      (0..<3_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ] {
      #expect(error(text) != nil)
    }
  }

  @Test("a CSV of one's own trains, and a bad row is reported by line") func table() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/graphgrad-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let rows = (0..<40).map { "\(Double($0) / 40),\"\($0 % 7)\",\($0 < 20 ? "low" : "high")\n" }
    try ("x,y,class\n" + rows.joined()).write(
      toFile: folder + "/own.csv", atomically: true, encoding: .utf8)
    let setting = "data={csv: own.csv, inputs: [x, y], label: class}"
    let experiment = try Experiment(yaml: good, settings: [setting, "steps=20"])
    var trainer = try Trainer(experiment, directory: folder)
    #expect(trainer.classNames == ["high", "low"])
    let first = trainer.next()
    #expect(Set(trainer.split.train.prefix(10).map(\.target)).count == 2, "rows are shuffled")
    var last = first
    while let step = trainer.next() { last = step }
    #expect(try #require(last).loss < (try #require(first)).loss)
    try "x,y,class\n1,2,a\noops,3,b\n".write(
      toFile: folder + "/own.csv", atomically: true, encoding: .utf8)
    do {
      _ = try Trainer(experiment, directory: folder)
      Issue.record("a text in a number column was accepted")
    } catch {
      #expect(
        error.problem == .badTable(.notANumber(line: 3, column: 1, name: "x", text: "oops")))
    }
  }
}
