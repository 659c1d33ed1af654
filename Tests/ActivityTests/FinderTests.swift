import Activity
import Autograd
import NeuralNetworks
import Randomness
import Testing

@Suite("Finding neurons") struct FinderTests {
  private static func program(
    _ outputs: [Value], _ inputs: [Value], _ parameters: [Value], loss: Value? = nil
  ) -> ExampleProgram {
    ExampleProgram(
      loss: loss ?? outputs.map { $0 * $0 }.sum(), inputs: inputs, parameters: parameters,
      outputs: outputs)
  }

  @Test(
    "every neuron of an MLP with its name, layer, weights in order and activation",
    arguments: Activation.allCases)
  func mlp(_ activation: Activation) {
    Tape.recording {
      var random = Xorshift64Star(seed: 5)
      let model = MLP(inputs: 2, layers: [3, 4, 1], activation: activation, random: &random)
      let inputs = [Value(0.5), Value(-1)]
      let program = Self.program(model(inputs), inputs, model.parameters)
      let sites = program.neurons()
      let expected = zip([3, 4, 1], 1...).flatMap { count, layer in
        (1...count).map { "layer\(layer)/neuron\($0)" }
      }
      #expect(sites.map(\.name) == expected)
      #expect(sites.map(\.layer) == [1, 1, 1, 2, 2, 2, 2, 3])
      #expect(sites.map { $0.weights.count } == [2, 2, 2, 3, 3, 3, 3, 4])
      #expect(sites.map(\.isOutput) == [Bool](repeating: false, count: 7) + [true])
      let op = Op.allCases.first { $0.name == activation.rawValue }
      #expect(sites.dropLast().allSatisfy { $0.activation == op && $0.isJudged })
      #expect(sites[7].activation == nil && !sites[7].isJudged)
      let parameters = sites.flatMap { $0.weights.map(\.parameter) + $0.biases }
      #expect(parameters == program.parameters)
      #expect(sites[0].weights.map(\.input) == program.inputs)
      #expect(sites[7].weights.map(\.input) == sites[3...6].map(\.output))
    }
  }

  @Test("each class program has the same neurons") func classes() {
    Tape.recording {
      var random = Xorshift64Star(seed: 7)
      let model = MLP(inputs: 2, layers: [4, 3], activation: .relu, random: &random)
      let start = Tape.current.position
      let sites = (0..<3).map { label in
        let inputs = [Value(0.5), Value(-1)]
        let outputs = model(inputs)
        let loss = Tape.scope("loss") { Loss.crossEntropy(outputs, label: label) }
        let sites = Self.program(outputs, inputs, model.parameters, loss: loss).neurons()
        Tape.current.reset(to: start)
        return sites
      }
      #expect(sites.map(\.count) == [7, 7, 7])
      for other in sites {
        #expect(other.map(\.name) == sites[0].map(\.name))
        #expect(other.map(\.layer) == sites[0].map(\.layer))
        #expect(other.map { $0.weights.count } == [2, 2, 2, 2, 4, 4, 4])
        #expect(other.filter(\.isOutput).map(\.name) == (1...3).map { "layer2/neuron\($0)" })
      }
    }
  }

  @Test("in a residual network what flows past is an addend of the output") func residual() {
    Tape.recording {
      var random = Xorshift64Star(seed: 7)
      let model = MLP(
        inputs: 2, layers: [3, 2], activation: .relu, isResidual: true, random: &random)
      let inputs = [Value(0.5), Value(-1)]
      let program = Self.program(model(inputs), inputs, model.parameters)
      let sites = program.neurons()
      #expect(sites.map(\.isOutput) == [false, false, false, true, true])
      #expect(sites.map(\.addends) == [[], [], []] + program.inputs.map { [$0] })
    }
  }
}
