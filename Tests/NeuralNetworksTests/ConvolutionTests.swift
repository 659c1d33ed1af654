import Autograd
import NeuralNetworks
import Randomness
import Testing

@Suite("Convolution and pooling") struct ConvolutionTests {
  @Test("a filter sums from its bias on, channel by channel and row by row, at each place")
  func sums() {
    Tape.recording {
      let shape = FeatureShape(channels: 2, rows: 3, columns: 4)
      let weights = [[0.5, -1, 2, 0.25, 1, 0, -0.5, 3], [1, 1, 1, 1, -1, -1, -1, -1]]
      let layer = Convolution(
        weights: weights, biases: [0.125, -0.25], size: 2, over: shape, activation: .relu)
      #expect(layer.outputShape == FeatureShape(channels: 2, rows: 2, columns: 3))
      let pixels = (0..<shape.count).map { Double($0 * $0 % 11) / 7 - 0.5 }
      let outputs = layer(pixels.map { Value($0) }).map(\.data)
      var expected: [Double] = []
      for filter in 0..<2 {
        for row in 0..<2 {
          for column in 0..<3 {
            var sum = [0.125, -0.25][filter]
            for place in 0..<8 {
              let (y, x) = (row + place / 2 % 2, column + place % 2)
              sum += weights[filter][place] * pixels[(place / 4) * 12 + y * 4 + x]
            }
            expected.append(max(sum, 0))
          }
        }
      }
      #expect(outputs == expected && outputs.contains { $0 > 0 })
    }
  }

  @Test("pooling takes the largest of each square and gives the gradient to it alone")
  func pooling() {
    Tape.recording {
      let numbers = [1.0, 2, 9, 4, 3, 3, 7, 3, 5, 5, 5, 5]
      let inputs = numbers.map { Value($0) }
      let pool = MaxPool(size: 2, over: FeatureShape(rows: 3, columns: 4))
      #expect(pool.outputShape == FeatureShape(rows: 1, columns: 2) && pool.parameters.isEmpty)
      let outputs = pool(inputs)
      #expect(outputs.map(\.data) == [3, 9])
      let gradients = (2 * outputs[0] + outputs[1]).backward()
      #expect(inputs.map { gradients[$0] } == [0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0])
    }
  }

  @Test("a network of both has the gradients that central differences say") func gradients() {
    Tape.recording {
      var random = Xorshift64Star(seed: 3)
      let model = ConvolutionalNetwork(
        over: FeatureShape(channels: 1, rows: 5, columns: 5),
        stages: [
          .convolution(filters: 2, size: 2), .maxPool(size: 2), .convolution(filters: 3, size: 2),
          .dense(neurons: 2),
        ], activation: .tanh, random: &random)
      #expect(model.parameters.count == 2 * 5 + 3 * 9 + 2 * 4)
      let inputs = (0..<25).map { _ in Value(random.uniform(-1, 1)) }
      let loss = Loss.crossEntropy(model(inputs), label: 1)
      var replay = Replay(Program(loss))
      replay.forward()
      replay.backward()
      let check = GradientCheck(replay)
      let worst = check.worst?.error ?? .infinity
      #expect(check.comparisons.count >= 45 && worst < 1e-6, "\(worst)")
    }
  }

  @Test("names and scopes say filter, place and map") func names() {
    Tape.recording {
      var random = Xorshift64Star(seed: 3)
      let model = ConvolutionalNetwork(
        over: FeatureShape(rows: 4, columns: 4),
        stages: [.convolution(filters: 2, size: 3), .maxPool(size: 2), .dense(neurons: 2)],
        activation: .relu, random: &random)
      let outputs = model((0..<16).map { Value(Double($0)) })
      let program = Program(outputs.sum())
      let labels = Set(program.instructions.indices.map { program.label(of: $0) })
      for label in [
        "convolution1/filter2/w9", "convolution1/filter2/row1column2/h",
        "dense1/neuron1/w2", "dense1/neuron2/z",
      ] {
        #expect(labels.contains(label), "\(label)")
      }
      #expect(program.scopes.contains(["maxPool1", "map2", "row1column1"]))
    }
  }

  @Test("stages say what they make of a shape, and where they do not fit") func shapes() {
    let shape = FeatureShape(channels: 3, rows: 8, columns: 6)
    typealias Stage = ConvolutionalNetwork.Stage
    let convolution = Stage.convolution(filters: 4, size: 3)
    #expect(
      convolution.outputShape(over: shape) == FeatureShape(channels: 4, rows: 6, columns: 4))
    #expect(convolution.parameterCount(over: shape) == 4 * 28)
    #expect(
      Stage.maxPool(size: 4).outputShape(over: shape)
        == FeatureShape(channels: 3, rows: 2, columns: 1))
    #expect(Stage.dense(neurons: 5).parameterCount(over: shape) == 5 * 145)
    #expect(Stage.convolution(filters: 1, size: 7).outputShape(over: shape) == nil)
    #expect(Stage.maxPool(size: 7).outputShape(over: shape) == nil)
  }

  @Test("cross-entropy with the class as targets is that of the class", arguments: 0..<3)
  func crossEntropy(_ label: Int) {
    Tape.recording {
      let logits = [0.3, -1.2, 2.5].map { Value($0) }
      let targets = (0..<3).map { Value($0 == label ? 1 : 0) }
      let (one, other) = (
        Loss.crossEntropy(logits, label: label), Loss.crossEntropy(logits, targets: targets)
      )
      #expect(abs(one.data - other.data) < 1e-14)
      let (its, own) = (one.backward(), other.backward())
      #expect(logits.allSatisfy { abs(its[$0] - own[$0]) < 1e-14 })
    }
  }
}
