import Foundation
import GraphGradKit
import Testing

@Suite("The examples in README", .serialized) struct ReadmeExamples {
  @Test("an expression") func expression() throws {
    defer { try? FileManager.default.removeItem(atPath: "graph.svg") }
    let a = Value(2, named: "a")
    let b = Value(-3, named: "b")
    let loss = (a * b + 1).tanh().named("loss")
    let gradients = loss.backward()
    print(loss.data, gradients[a], gradients[b])
    try loss.write(to: "graph.svg")
    #expect(gradients[a] == -0.00054474969283142)
    #expect(FileManager.default.fileExists(atPath: "graph.svg"))
  }

  @Test("the neuron of the first five minutes") func firstNeuron() throws {
    defer { try? FileManager.default.removeItem(atPath: "y.svg") }
    let x = Value(1.5, named: "x")
    let w = Value(-0.5, named: "w")
    let y = (w * x + 0.25).relu().named("y")
    let gradients = y.backward()
    print(y.data, gradients[w])
    try y.write(to: "y.svg")
    #expect(y.data == 0 && gradients[w] == 0)
    #expect(FileManager.default.fileExists(atPath: "y.svg"))
  }

  @Test("a training loop") func training() throws {
    defer {
      for file in ["run.gradrec", "run.html"] { try? FileManager.default.removeItem(atPath: file) }
    }
    var random = Xorshift64Star(seed: 42)
    let model = MLP(inputs: 2, layers: [8, 3], activation: .relu, random: &random)
    let data = Dataset.yinYang(count: 60, random: &random)
    var optimizer = AdamW(learningRate: 0.05)
    let recorder = try Recorder(
      "run.gradrec", data: data, parameters: model.parameters, loss: .crossEntropy
    ) { model($0) }
    let start = Tape.current.position
    var history: [Double] = []
    for _ in 1...50 {
      let loss = data.examples.map { LossKind.crossEntropy(model($0.inputs), $0.target) }.mean()
      history.append(loss.data)
      try recorder.add(loss: loss.data)
      optimizer.update(model.parameters, loss.backward())
      Tape.current.reset(to: start)
    }
    let page = try PlayerPage(Recording(path: "run.gradrec"))
    try OutputFile.write(page.html, to: "run.html")
    #expect(history[49] < 0.7 * history[0])
    let recording = try Recording(path: "run.gradrec")
    #expect(recording.steps.map(\.loss) == history && recording.stepCount == 50)
    var trainer = try recording.trainer()
    for step in recording.steps {
      let loss = trainer.evaluate(data.examples, step.state.parameters).loss
      #expect(abs(loss - step.loss) < 1e-12, "the recorded network is the one that was trained")
    }
    #expect(trainer.layers == [8, 3] && trainer.hasPlainLayers)
  }

  @Test("the neurons of a trained network") func neurons() throws {
    let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Samples/dying-relu.yaml")
    let yaml = try String(contentsOf: sample, encoding: .utf8)
    var trainer = try Trainer(Experiment(yaml: yaml))
    let (state, history) = trainer.train()
    let lanes = trainer.laneSet(state.parameters, over: trainer.split.train)
    for neuron in Activity(lanes, history: history).neurons where neuron.verdict != .active {
      print(neuron.site.name, neuron.verdict, neuron.reason)
    }
    let dead = Activity(lanes, history: history).neurons.filter { $0.verdict == .dead }
    #expect(dead.count == 6 && dead.allSatisfy { $0.reason.hasPrefix("dead since step ") })
  }
}
