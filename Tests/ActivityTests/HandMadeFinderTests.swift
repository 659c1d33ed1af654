import Activity
import Autograd
import Testing

@Suite("Finding neurons that no layer made") struct HandMadeFinderTests {
  private static func sites(
    _ outputs: [Value], _ inputs: [Value], loss: Value? = nil
  ) -> [NeuronSite] {
    ExampleProgram(
      loss: loss ?? outputs.map { $0 * $0 }.sum(), inputs: inputs, parameters: [], outputs: outputs
    ).neurons()
  }

  @Test("weights stand on either side, biases anywhere; names come from scope, value or number")
  func plain() {
    Tape.recording {
      let x = Value(2)
      let y = Value(3)
      let w = Value.parameter(0.5)
      let b = Value.parameter(1)
      let named = (x * w + y * w + b).tanh().named("named")
      let numbered = (w * named).relu()
      let scoped = Tape.scope("a") { Tape.scope("b") { (b + w * numbered + x).gelu() } }
      let output = b + w * scoped
      let sites = Self.sites([output], [x, y])
      #expect(sites.map(\.name) == ["named", "neuron2", "a/b", "neuron4"])
      #expect(sites.map(\.activation) == [.tanh, .relu, .gelu, nil])
      #expect(sites.map(\.layer) == [1, 2, 3, 4])
      #expect(sites.map { $0.weights.count } == [2, 1, 1, 1])
      #expect(sites.map { $0.biases.count } == [1, 0, 1, 1])
      #expect(sites.map { $0.addends.count } == [0, 0, 1, 0])
      #expect(sites.map(\.isJudged) == [true, true, true, false])
    }
  }

  @Test("neurons of one scope or name are told apart") func sameName() {
    Tape.recording {
      let x = Value(2)
      let w = Value.parameter(0.5)
      let hidden = (0..<3).map { _ in Tape.scope("layer") { (w * x).relu() } }
      let named = hidden.prefix(2).map { (w * $0).relu().named("h") }
      let sites = Self.sites([w * named[0] + w * named[1] + w * hidden[2]], [x])
      #expect(
        sites.map(\.name) == ["layer", "layer/2", "layer/3", "h", "h/2", "neuron6"])
    }
  }

  @Test("an output ends its sum, though it is only added to another") func addedOutputs() {
    Tape.recording {
      let x = Value(2)
      let w = Value.parameter(0.5)
      let b = Value.parameter(1)
      let outputs = (1...2).map { (b + w * x).named("o\($0)") }
      let sites = Self.sites(outputs, [x], loss: outputs[0] + outputs[1])
      #expect(sites.map(\.name) == ["o1", "o2"])
      #expect(sites.allSatisfy { $0.isOutput && $0.weights.count == 1 && !$0.isJudged })
    }
  }

  @Test("a softplus or ReLU that only the loss takes of an output is not its activation")
  func lossOfOutput() {
    for isSoft in [false, true] {
      Tape.recording {
        let x = Value(2)
        let w = Value.parameter(0.5)
        let b = Value.parameter(1)
        let output = (b + w * x).named("o")
        let sites = Self.sites([output], [x], loss: isSoft ? output.softplus() : output.relu())
        #expect(sites.map(\.name) == ["o"] && sites[0].isOutput && sites[0].activation == nil)
      }
    }
  }

  @Test("products of two parameters, of two inputs and by constants are no neurons") func none() {
    Tape.recording {
      let x = Value(2)
      let w = Value.parameter(0.5)
      #expect(Self.sites([(x * x + 3 * x).relu(), (w * w + 1).tanh()], [x]).isEmpty)
      #expect(Self.sites([x], [x]).isEmpty)
      #expect(Self.sites([w + w], [x]).isEmpty)
    }
  }

  @Test(
    "chains of 20,000 additions are sorted in a moment, with and without weights",
    .timeLimit(.minutes(1)), arguments: [false, true])
  func chain(_ hasWeights: Bool) {
    Tape.recording {
      let x = Value(1)
      let w = Value.parameter(0.5)
      let sum = (0..<20_000).reduce(x) { sum, _ in sum + (hasWeights ? w * x : x) }
      let sites = Self.sites([sum], [x])
      #expect(sites.map { $0.weights.count } == (hasWeights ? [20_000] : []))
    }
  }
}
