import Foundation
import GraphGradKit
import Testing

@Suite("Neurons of a character model") struct TextActivityTests {
  /// A small trained model with some neurons that are off for good.
  private static func trainer() throws -> Trainer {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("texts-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("anna\nben\nada\nnana\nbea\nab\n".utf8).write(
      to: URL(fileURLWithPath: "\(folder)/names.txt"))
    let yaml = """
      data: {text: names.txt, split: [1, 0, 0]}
      model: {kind: gpt, width: 4, heads: 2, hidden: 6, initialization: {normal: 0.4}}
      optimizer: {kind: adam, learningRate: 0.05}
      steps: 40
      """
    var trainer = try Trainer(Experiment(yaml: yaml), directory: folder)
    while trainer.next() != nil {}
    var parameters = trainer.parameters
    // Neuron 2 never fires: its weights are 0. Neuron 5 fires, but nothing reads it.
    for (index, name) in trainer.parameterNames.enumerated() {
      if name.hasPrefix("block1/mlp/neuron2/") || name.hasSuffix("/w5") && name.contains("/down/") {
        parameters[index] = 0
      }
    }
    trainer.use(parameters)
    return trainer
  }

  @Test("the neurons are those of the perceptron, and the effect of each is that of its column")
  func effects() throws {
    var trainer = try Self.trainer()
    let examples = trainer.split.train
    let activity = Activity(trainer.laneSet(trainer.parameters, over: examples))
    #expect(activity.neurons.map(\.site.name) == (1...6).map { "block1/mlp/neuron\($0)" })
    let inputs = examples.map(\.inputs)
    let whole = trainer.outputs(of: inputs, trainer.parameters)
    for (index, neuron) in activity.neurons.enumerated() {
      // Without its column of the down projection, the neuron has no way to act.
      var parameters = trainer.parameters
      for (place, name) in trainer.parameterNames.enumerated()
      where name.contains("/down/") && name.hasSuffix("/w\(index + 1)") { parameters[place] = 0 }
      let without = trainer.outputs(of: inputs, parameters)
      let effect = zip(whole.joined(), without.joined()).map { abs($0 - $1) }.max() ?? 0
      #expect(neuron.measurement.removal.outputs == effect, "\(neuron.site.name)")
    }
    #expect(
      activity.neurons[1].verdict == .dead && activity.neurons[4].findings.contains(.zeroEffect))
    #expect(activity.neurons[0].measurement.instanceCounts == 3...5)
  }

  @Test(
    "firing by position and by token is what is counted text by text",
    arguments: ["position", "token"])
  func groups(_ key: String) throws {
    var trainer = try Self.trainer()
    let examples = trainer.split.train
    let firing = try #require(
      FiringByGroup(trainer, trainer.parameters, examples, by: key, bins: 1))
    #expect(firing.areOfPlaces && firing.neurons.count == 6)
    var counts: [String: [(firing: Int, all: Int)]] = [:]
    for example in examples {
      let replay = trainer.replay(example, trainer.parameters)
      for (position, scope) in replay.program.scopes.enumerated()
      where scope.count == 4 && scope[1] == "mlp" && replay.program.names[position] == "h" {
        let place = Int(scope[3].dropFirst("position".count)) ?? 0
        let token = trainer.classNames[Int(example.inputs[place - 1])]
        let group = key == "token" ? token : "position \(place)"
        let neuron = Int(scope[2].dropFirst("neuron".count)) ?? 0
        var own = counts[group] ?? Array(repeating: (0, 0), count: 6)
        own[neuron - 1].firing += replay.data[position] != 0 ? 1 : 0
        own[neuron - 1].all += 1
        counts[group] = own
      }
    }
    #expect(Set(firing.groups.map(\.name)) == Set(counts.keys))
    for group in firing.groups {
      let own = try #require(counts[group.name])
      #expect(own.map(\.all).allSatisfy { $0 == group.examples })
      #expect(group.fires == own.map { Double($0.firing) / Double($0.all) }, "\(group.name)")
    }
    #expect(FiringByGroup(trainer, trainer.parameters, examples, by: "class", bins: 1) == nil)
  }

  @Test("the picture of a text has its letters, and the loss of its letters") func picture()
    throws
  {
    var trainer = try Self.trainer()
    let probe = try trainer.probe(.text("nab"))
    let graph = try trainer.graph(of: probe.example, trainer.parameters)
    let replay = trainer.replay(probe.example, trainer.parameters)
    #expect(graph.nodes[graph.root].data == replay.data[replay.program.root])
    // At each position exactly its own token is 1: "·nab".
    for (place, token) in ["·", "n", "a", "b"].enumerated() {
      let inputs = graph.nodes.filter { $0.scope == ["text", "position\(place + 1)"] }
      #expect(inputs.count == trainer.classNames.count)
      #expect(inputs.filter { $0.data == 1 }.map(\.name) == [token])
      #expect(inputs.allSatisfy { $0.data == 0 || $0.data == 1 })
    }
    #expect(graph.neurons?["block1/mlp/neuron2"]?.verdict == .dead)
    let view = NetworkView(kind: .scalar, subject: .example(probe))
    let state = trainer.currentState()
    #expect(trainer.caption(of: state, view).title.contains("the text \"nab\""))
  }
}
