public import Autograd
public import Randomness

/// Neurons that read the same inputs.
public struct Layer: Module {
  /// The neurons, one for each output.
  public let neurons: [Neuron]
  /// Of each neuron its scope, and the name of its output; made once, used at every forward pass.
  private let labels: [(scope: String, output: String)]

  /// Records the parameters of `outputs` neurons, in the scopes `neuron1`, `neuron2`, ….
  public init(
    inputs: Int, outputs: Int, activation: Activation, initialization: Initialization = .uniform,
    random: inout Xorshift64Star
  ) {
    let labels = (0..<outputs).map { ("neuron\($0 + 1)", "h\($0 + 1)") }
    var neurons: [Neuron] = []
    for (scope, _) in labels {
      Tape.scope(scope) {
        neurons.append(
          Neuron(
            inputs: inputs, outputs: outputs, activation: activation,
            initialization: initialization, random: &random))
      }
    }
    self.neurons = neurons
    self.labels = labels
  }

  /// The weights and biases of all neurons, neuron by neuron.
  public var parameters: [Value] { neurons.flatMap(\.parameters) }

  /// Records the outputs for `inputs`.
  public func callAsFunction(_ inputs: [Value]) -> [Value] {
    zip(neurons, labels).map { neuron, label in
      Tape.scope(label.scope) {
        let output = neuron(inputs)
        return neuron.activation == .linear ? output : output.named(label.output)
      }
    }
  }
}
