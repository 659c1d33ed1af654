import Autograd
import Datasets
import Experiments
import Foundation
import Testing

@Suite("Character models from YAML") struct TextModelTests {
  /// A folder with a file of names in it.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("texts-\(UUID().uuidString)").path

    init(_ text: String = "anna\nben\nada\nnana\nbea\nab\n") throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/names.txt"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func trainer(_ settings: String...) throws -> Trainer {
      try Trainer(Experiment(yaml: TextModelTests.yaml, settings: settings), directory: path)
    }
  }

  private static let yaml = """
    data: {text: names.txt, shuffle: false, split: [1, 0, 0]}
    model: {kind: gpt, width: 8, heads: 2, hidden: 12, initialization: {normal: 0.3}}
    optimizer: {kind: adam, learningRate: 0.02, finalLearningRate: 0, betas: [0.85, 0.99]}
    batch: 4
    steps: 30
    """

  @Test("there is a program for each length, and the loss starts at ln of the tokens and falls")
  func training() throws {
    var trainer = try Folder().trainer("model.initialization={normal: 0.02}")
    #expect(trainer.classNames == ["·", "a", "b", "d", "e", "n"])
    #expect(trainer.description.programs.count == 5)
    #expect(trainer.lane(trainer.split.train[1]).program == 3)
    let start = trainer.next()
    let first = try #require(start)
    #expect(abs(first.loss - log(6)) < 0.03)
    var last = first
    while let step = trainer.next() { last = step }
    #expect(last.number == 30 && last.loss < 1.2, "\(last.loss)")
  }

  @Test("a step sees the next examples of the list, from the first again behind the last")
  func batches() throws {
    var trainer = try Folder().trainer()
    for number in 1...5 {
      var copy = trainer
      let next = trainer.next()
      let step = try #require(next)
      let members = (0..<4).map { trainer.split.train[((number - 1) * 4 + $0) % 6] }
      #expect(copy.evaluate(members, step.parameters).loss == step.loss)
      // The mean over the texts of each one's gradients, walked text by text.
      var runner = LaneRunner(trainer.description.programs)
      runner.set(step.parameters)
      var totals = [Double](repeating: 0, count: step.parameters.count)
      for example in members.reversed() {
        runner.forward(trainer.lane(example))
        runner.backward(seed: 0.25, addingTo: &totals)
      }
      #expect(step.gradients == totals)
    }
  }

  @Test("the gradient of the training loss is that of central differences") func gradients() throws
  {
    let check = try Folder().trainer("model.activation=gelu").gradientCheck(limit: 80)
    #expect((check.worst?.error ?? .infinity) < 1e-6)
  }

  @Test("a run is described without its programs and made again") func description() throws {
    var trainer = try Folder().trainer()
    let written = trainer.description.withoutDerivedPrograms
    #expect(written.programs.isEmpty && !trainer.description.programs.isEmpty)
    var again = try Trainer(written.withDerivedPrograms())
    again.restore(trainer.state)
    while let step = trainer.next() {
      let other = again.next()
      #expect(step.loss == other?.loss && step.gradients == other?.gradients)
    }
    var broken = written
    broken.experiment.model.gpt?.heads = 3
    #expect(throws: RunDescriptionError.self) { try broken.withDerivedPrograms() }
    broken = written
    broken.classNames.removeLast()
    #expect(throws: RunDescriptionError.self) { try Trainer(broken.withDerivedPrograms()) }
    broken = written
    broken.experiment.model.gpt?.width = .max
    #expect(throws: RunDescriptionError.self) { try broken.withDerivedPrograms() }
  }

  @Test("a text of one's own is looked at, if it can be") func probes() throws {
    let trainer = try Folder().trainer("view.input=dab")
    #expect(trainer.probe.example.inputs == [0, 3, 1, 2])
    #expect(trainer.probe.example.target == .tokens([3, 1, 2, 0]))
    for text in ["xab", "ababa"] {
      #expect(throws: ExperimentError.self) { try trainer.probe(.text(text)) }
    }
    #expect(throws: ExperimentError.self) { try trainer.probe(.input([1, 2], target: nil)) }
    let moons = try Trainer(
      Experiment(
        yaml: """
          data: {kind: moons}
          model: {layers: [1]}
          loss: hinge
          optimizer: {learningRate: 0.1}
          steps: 1
          """))
    #expect(throws: ExperimentError.self) { try moons.probe(.text("a")) }
  }

  @Test(
    "texts are written with the probabilities of the model, the first ones the same for any count")
  func writing() throws {
    var trainer = try Folder().trainer("steps=200")
    while trainer.next() != nil {}
    let parameters = trainer.parameters
    let written = try trainer.write(count: 40, seed: 5, parameters)
    let texts = try #require(written)
    #expect(try trainer.write(count: 7, seed: 5, parameters) == Array(texts.prefix(7)))
    #expect(try trainer.write(count: 40, seed: 6, parameters) != texts)
    let known = Set(trainer.split.train.compactMap(\.name))
    #expect(texts.count(where: known.contains) > 20, "\(texts)")
    #expect(texts.allSatisfy { $0.count <= 5 })
    let completed = try trainer.write(
      count: 5, beginning: "na", temperature: 0, seed: 1, parameters)
    let begun = try #require(completed)
    #expect(Set(begun).count == 1 && begun[0].hasPrefix("na"))
    #expect(throws: Vocabulary.UnknownCharacter.self) {
      try trainer.write(count: 1, beginning: "x", seed: 1, parameters)
    }
    // At the first position the shares are the softmax of the logits.
    let logits = trainer.outputs(of: [[0]], parameters)[0]
    let all = logits.map { exp($0) }
    let many = try trainer.write(count: 3000, seed: 9, parameters)
    let drawn = try #require(many)
    for (token, power) in zip(trainer.classNames, all).dropFirst() {
      let share = Double(drawn.count { $0.hasPrefix(token) }) / 3000
      #expect(abs(share - power / all.reduce(0, +)) < 0.04, "\(token)")
    }
  }

  @Test(
    "what does not fit is told with its place",
    arguments: [
      (["model={kind: mlp, layers: [3]}", "loss=crossEntropy"], "model.kind"),
      (["model.context=3"], "model.context"), (["model.context=1000"], "model.context"),
      (["loss=hinge"], "loss"), (["model.heads=3"], "model.heads"),
      (["data={kind: moons}"], "model.kind"), (["batch=0"], "batch"),
    ])
  func mistakes(_ settings: [String], _ key: String) throws {
    let folder = try Folder()
    do {
      _ = try Trainer(Experiment(yaml: Self.yaml, settings: settings), directory: folder.path)
      Issue.record("nothing was said of \(settings)")
    } catch {
      guard case .wrongValue(let found, _, _) = error.problem else {
        Issue.record("\(error)")
        return
      }
      #expect(found == key)
    }
  }

  @Test("a file that is no list of texts is told with its line") func files() throws {
    #expect(throws: ExperimentError.self) { try Folder("\n\n").trainer() }
    #expect(throws: ExperimentError.self) { try Folder().trainer("data.text=none.txt") }
  }

  @Test("one text of one character can be learnt") func smallest() throws {
    var trainer = try Folder("a\n").trainer("batch=1")
    var losses: [Double] = []
    while let step = trainer.next() { losses.append(step.loss) }
    #expect(losses.count == 30 && losses[29] < losses[0])
  }
}
