import Activity
import Autograd
import NeuralNetworks

/// An example: inputs and what should come out.
struct Sample: Sendable {
  let inputs: [Double]
  let targets: [Double]
}

extension PlainNetwork {
  /// The same network as an ``MLP`` with the mean squared error, and the examples as lanes.
  func lanes(_ samples: [Sample]) -> LaneSet {
    Tape.recording {
      let model = MLP(count: layers.count, isResidual: isResidual) { index in
        let layer = layers[index]
        return Layer(weights: layer.weights, biases: layer.biases, activation: layer.activation)
      }
      let inputs = (0..<inputCount).map { Value(0, named: "x\($0 + 1)") }
      let outputs = model(inputs)
      let targets = outputs.map { _ in Value(0) }
      let loss = Tape.scope("loss") { Loss.meanSquaredError(outputs, targets: targets) }
      let program = ExampleProgram(
        loss: loss, inputs: inputs, targets: targets, parameters: model.parameters,
        outputs: outputs)
      return LaneSet(
        [program], lanes: samples.map { Lane(inputs: $0.inputs, targets: $0.targets) },
        parameters: model.parameters.map(\.data))
    }
  }

  /// The largest change of an output without the neuron, over the examples.
  func effect(of place: Place, over samples: [Sample]) -> Double {
    samples.flatMap { sample in
      zip(outputs(sample.inputs), outputs(sample.inputs, without: place)).map { abs($1 - $0) }
    }.max() ?? 0
  }

  /// The mean loss over the examples.
  func loss(over samples: [Sample], without place: Place? = nil) -> Double {
    let losses = samples.map { sample in
      let pairs = zip(outputs(sample.inputs, without: place), sample.targets)
      let squares = pairs.map { ($0 - $1) * ($0 - $1) }
      return squares.reduce(0, +) / Double(squares.count)
    }
    return losses.reduce(0, +) / Double(losses.count)
  }
}

extension Activity {
  /// The neuron of this name, which has to be there.
  subscript(_ name: String) -> NeuronActivity {
    guard let neuron = neurons.first(where: { $0.site.name == name }) else {
      preconditionFailure("no neuron \(name) among \(neurons.map(\.site.name))")
    }
    return neuron
  }
}

/// A network recorded by hand, without any of the ready-made layers.
struct Recorded {
  var outputs: [Value]
  var parameters: [Value]
  /// The sum of the squares of the outputs unless another is given.
  var loss: Value?

  /// What the neurons of the network do over examples without targets.
  static func activity(
    over examples: [[Double]], tolerance: Double = 0, _ record: ([Value]) -> Recorded
  ) -> Activity {
    Tape.recording {
      let inputs = examples[0].map { _ in Value(0) }
      let network = record(inputs)
      let loss = network.loss ?? network.outputs.map { $0 * $0 }.sum()
      let program = ExampleProgram(
        loss: loss, inputs: inputs, parameters: network.parameters, outputs: network.outputs)
      let lanes = LaneSet(
        [program], lanes: examples.map { Lane(inputs: $0) },
        parameters: network.parameters.map(\.data))
      return Activity(lanes, tolerance: tolerance)
    }
  }
}
