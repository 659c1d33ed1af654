import Autograd
import Datasets
import Experiments
import NeuralNetworks
import Randomness
import Testing

private let yaml = """
  data: {kind: familytrees}
  model: {layers: [4, 24], activation: sigmoid, outputActivation: sigmoid}
  loss: squaredError
  reduction: sum
  optimizer: {kind: sgd, learningRate: 0.1}
  steps: 3
  """

@Suite("Answers that are several numbers") struct AnswerTests {
  @Test("right when what is asked for is above the middle and all else below") func sides() throws {
    var trainer = try Trainer(Experiment(yaml: yaml))
    let examples = trainer.split.train
    // Without weights every output is 0.5, which is neither.
    let zeros = trainer.parameters.map { _ in 0.0 }
    #expect(trainer.evaluate(examples, zeros).accuracy == 0)
    // Large biases that name Andrew and nobody else.
    var biased = zeros
    for (place, name) in trainer.parameterNames.enumerated() where name.hasSuffix("/b") {
      let isAndrew = name == "layer2/neuron2/b"
      biased[place] = name.hasPrefix("layer2") ? (isAndrew ? 9 : -9) : 0
    }
    let right = examples.filter { example in
      guard case .numbers(let numbers) = example.target else { return false }
      return numbers[1] == 0.8 && numbers.filter { $0 == 0.8 }.count == 1
    }
    #expect(right.count == 3, "Andrew is Christine's husband, James's and Jennifer's father")
    #expect(trainer.evaluate(examples, biased).accuracy == Double(right.count) / 104)
    #expect(trainer.evaluate(right, biased).accuracy == 1)
    let unknown = trainer.parameters.map { _ in Double.nan }
    #expect(trainer.evaluate(examples, unknown).accuracy == 0)
  }

  @Test("a sum of losses is so many times the mean") func reduction() throws {
    var sum = try Trainer(Experiment(yaml: yaml))
    var mean = try Trainer(Experiment(yaml: yaml, settings: ["reduction=mean"]))
    let parameters = sum.parameters
    let ratio =
      sum.evaluate(sum.split.train, parameters).loss
      / mean.evaluate(mean.split.train, parameters).loss
    #expect(abs(ratio - 104) < 1e-10)
    #expect((sum.gradientCheck(limit: 40).worst?.error ?? 1) < 1e-6)
  }

  @Test("targets of more than two numbers are not right or wrong") func regression() throws {
    let data = Dataset(
      inputNames: ["x"], classNames: [], targetNames: ["y", "z"],
      examples: [0.0, 1, 2].map { Example(inputs: [$0], target: .numbers([$0, 1])) })
    let run = try Tape.recording {
      var random = Xorshift64Star(seed: 1)
      let model = MLP(inputs: 1, layers: [2, 2], activation: .tanh, random: &random)
      return try RunDescription(
        named: "lines", data: data, parameters: model.parameters, loss: .squaredError
      ) { model($0) }
    }
    var trainer = try Trainer(run)
    #expect(trainer.evaluate(data.examples, trainer.parameters).accuracy == nil)
    let binary = data.examples.filter { $0.inputs[0] < 2 }
    #expect(trainer.evaluate(binary, trainer.parameters).accuracy == nil, "the run's data decide")
  }
}
