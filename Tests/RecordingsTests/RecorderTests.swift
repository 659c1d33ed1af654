import Autograd
import Datasets
import Experiments
import Foundation
import NeuralNetworks
import Randomness
import Recordings
import Testing

@Suite("What a recorder proves") struct RecorderTests {
  /// A training loop: a network of two inputs and two classes, made and recorded in some way.
  private struct Loop {
    var seed: UInt64 = 3
    var parameters: (MLP) -> [Value] = { $0.parameters }
    var model: (MLP, [Value], Int) -> [Value] = { model, inputs, _ in model(inputs) }
    var kind = LossKind.crossEntropy
    /// What is handed over as the loss; `nil` to have it computed.
    var loss: ((Double) -> Double)? = { $0 }
    var updatesFirst = false

    /// Takes so many steps, and tells what was recorded.
    func run(steps: Int = 12) throws -> Recording {
      let file = RecordingTests.File()
      try Tape.recording {
        var random = Xorshift64Star(seed: seed)
        let network = MLP(inputs: 2, layers: [4, 2], activation: .tanh, random: &random)
        let data = Dataset.moons(count: 30, noise: 0.1, random: &random)
        var step = 0
        let recorder = try Recorder(
          file.path, data: data, parameters: parameters(network), loss: kind
        ) { model(network, $0, step) }
        let start = Tape.current.position
        for number in 1...steps {
          step = number
          let losses = data.examples.map { example in
            guard case .label(let label) = example.target else { return Value(0) }
            let outputs = model(network, example.inputs.map { Value($0) }, step)
            return Loss.crossEntropy(outputs, label: label)
          }
          let loss = losses.sum() / Double(losses.count)
          let gradients = loss.backward()
          let number = loss.data
          Tape.current.reset(to: start)
          func record() throws {
            if let given = self.loss {
              try recorder.add(loss: given(number))
            } else {
              try recorder.add()
            }
          }
          if !updatesFirst { try record() }
          for parameter in network.parameters { parameter.data -= 0.1 * gradients[parameter] }
          if updatesFirst { try record() }
        }
        try recorder.finish()
      }
      return try Recording(path: file.path)
    }
  }

  private func mismatch(_ loop: Loop) throws -> ModelMismatch {
    do { _ = try loop.run() } catch let error as RecorderError {
      guard case .model(let mismatch) = error else { throw error }
      #expect("\(error)" == mismatch.description && error.localizedDescription == "\(error)")
      return mismatch
    }
    Issue.record("nothing was refused")
    return .missingParameters([])
  }

  @Test("a network as it is gives a file whose losses are those that were given") func plain()
    throws
  {
    let recording = try Loop().run()
    var trainer = try recording.trainer()
    #expect(recording.isFinished && recording.stepCount == 12)
    for step in recording.steps {
      let loss = trainer.evaluate(trainer.split.train, step.state.parameters).loss
      #expect(abs(loss - step.loss) < 1e-12)
    }
    let computed = try Loop(loss: nil).run()
    for (a, b) in zip(recording.steps, computed.steps) {
      #expect(a.state == b.state && abs(a.loss - b.loss) < 1e-12)
    }
  }

  @Test("an if on an input, or on what comes of it, is refused before anything is written")
  func branch() throws {
    let input = try mismatch(
      Loop(model: { model, x, _ in x[0].data > 0.5 ? model(x) : model([x[1], x[0]]) }))
    guard case .otherOperations = input else {
      Issue.record("\(input)")
      return
    }
    #expect(input.description.contains("instead of an if on a number take maximum"))
    let hidden = try mismatch(
      Loop(model: { model, x, _ in
        let outputs = model(x)
        return outputs[0].data > outputs[1].data ? [outputs[0] * 2, outputs[1]] : outputs
      }))
    guard case .otherOperations = hidden else {
      Issue.record("\(hidden)")
      return
    }
  }

  @Test("a number taken out of the inputs, or one that changes from step to step, is refused")
  func constants() throws {
    let taken = try mismatch(Loop(model: { model, x, _ in model([x[0] * (1 + x[1].data), x[1]]) }))
    guard case .otherConstant(_, _, let now, 1) = taken else {
      Issue.record("\(taken)")
      return
    }
    #expect(now != 1)
    let changing = try mismatch(
      Loop(model: { model, x, step in model(x.map { $0 * (step < 5 ? 1 : 0.5) }) }))
    guard case .otherConstant(_, _, 0.5, 1) = changing else {
      Issue.record("\(changing)")
      return
    }
  }

  @Test("a branch on a parameter is refused at the step that takes it") func parameterBranch()
    throws
  {
    let mismatch = try mismatch(
      Loop(
        model: { model, x, step in step > 7 ? model(x).map { $0.tanh() } : model(x) },
        loss: nil))
    guard case .otherOperations = mismatch else {
      Issue.record("\(mismatch)")
      return
    }
  }

  @Test("a parameter that is missing, there twice, or none is named") func parameters() throws {
    #expect(
      try mismatch(Loop(parameters: { Array($0.parameters.dropLast(2)) }))
        == .missingParameters(["layer2/neuron2/w4", "layer2/neuron2/b"]))
    #expect(
      try mismatch(Loop(parameters: { $0.parameters + [$0.parameters[1]] }))
        == .listedTwice(name: "layer1/neuron1/w2"))
    #expect(
      try mismatch(Loop(parameters: { $0.parameters + [Value(3, named: "k")] }))
        == .notAParameter(number: 23, name: "k"))
    #expect(
      try mismatch(Loop(parameters: { $0.parameters + [$0.parameters[0] * 2] }))
        == .notAParameter(number: 23, name: "value 23 (multiply)"))
  }

  @Test("another loss than the recorded one is refused at the first step") func loss() throws {
    let penalised = try mismatch(Loop(loss: { $0 + 0.01 }))
    guard case .otherLoss(let given, let computed, .crossEntropy, 30) = penalised else {
      Issue.record("\(penalised)")
      return
    }
    #expect(abs(given - computed - 0.01) < 1e-12)
    let late = try mismatch(Loop(updatesFirst: true))
    #expect(late.description.contains("before the parameters are updated"))
  }

  @Test("outputs that do not fit the loss, and steps behind the end, are refused") func parts()
    throws
  {
    #expect(throws: RecorderError.self) {
      try Loop(model: { model, x, _ in Array(model(x).dropLast()) }).run()
    }
    let file = RecordingTests.File()
    try Tape.recording {
      let w = Value.parameter(0.5, named: "w")
      let data = Dataset(
        inputNames: ["x"], classNames: [], targetNames: ["y"],
        examples: [Example(inputs: [1], target: .numbers([2]))])
      let recorder = try Recorder(
        file.path, data: data, parameters: [w], loss: .meanSquaredError
      ) { [w * $0[0]] }
      try recorder.add()
      try recorder.finish()
      #expect(throws: RecorderError.finished) { try recorder.add() }
      #expect(throws: RecorderError.finished) { try recorder.finish() }
    }
    let recording = try Recording(path: file.path)
    #expect(recording.isFinished && recording.steps.map(\.loss) == [2.25, 2.25])
  }

  @Test("what else stands on the tape is not recorded") func others() throws {
    let file = RecordingTests.File()
    try Tape.recording {
      let other = Value(7, named: "other")
      let unrelated = (other * other).named("unrelated")
      let w = Value.parameter(0.5, named: "w")
      other.data = 3
      let data = Dataset(
        inputNames: ["x"], classNames: [], targetNames: ["y"],
        examples: [Example(inputs: [1], target: .numbers([2]))])
      let recorder = try Recorder(
        file.path, data: data, parameters: [w], loss: .meanSquaredError
      ) { [w * $0[0]] }
      try recorder.add()
      #expect(unrelated.data == 49)
    }
    let names = try Recording(path: file.path).description.programs[0].program.names
    #expect(!names.contains("other") && !names.contains("unrelated"))
  }
}
