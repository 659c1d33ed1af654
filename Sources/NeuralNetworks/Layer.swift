public import Autograd
public import Randomness

/// Neurons that read the same inputs.
public struct Layer: Module {
  /// The neurons, one for each output.
  public let neurons: [Neuron]

  /// Records the parameters of `outputs` neurons, in the scopes `neuron1`, `neuron2`, ….
  public init(
    inputs: Int, outputs: Int, activation: Activation, initialization: Initialization = .uniform,
    random: inout Xorshift64Star
  ) {
    var neurons: [Neuron] = []
    for index in 0..<outputs {
      Tape.scope(Self.scope(of: index)) {
        neurons.append(
          Neuron(
            inputs: inputs, outputs: outputs, activation: activation,
            initialization: initialization, random: &random))
      }
    }
    self.neurons = neurons
  }

  /// The weights and biases of all neurons, neuron by neuron.
  public var parameters: [Value] { neurons.flatMap(\.parameters) }

  /// Records the outputs for `inputs`.
  public func callAsFunction(_ inputs: [Value]) -> [Value] {
    neurons.enumerated().map { index, neuron in
      Tape.scope(Self.scope(of: index)) {
        let output = neuron(inputs)
        return neuron.activation == .linear ? output : output.named("h\(index + 1)")
      }
    }
  }

  private static func scope(of index: Int) -> String { "neuron\(index + 1)" }
}
