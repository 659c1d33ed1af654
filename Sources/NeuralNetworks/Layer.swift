public import Autograd
internal import Refusal

/// Neurons that read the same inputs, or each a part of them.
public struct Layer: Module {
  /// The neurons, one for each output.
  public let neurons: [Neuron]
  /// Of each neuron its scope, and the name of its output; made once, used at every forward pass.
  private let labels: [(scope: String, output: String)]
  /// Of each neuron which inputs it reads; `nil` where all read all.
  private let reads: [Range<Int>]?

  /// Records the parameters of `outputs` neurons, in the scopes `neuron1`, `neuron2`, ….
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    inputs: Int, outputs: Int, activation: Activation, initialization: Initialization = .uniform,
    random: inout some RandomNumberGenerator
  ) {
    self.init(count: outputs) { _ in
      Neuron(
        inputs: inputs, outputs: outputs, activation: activation,
        initialization: initialization, random: &random)
    }
  }

  /// Records a layer with these parameters: of each neuron its weights, and its bias.
  ///
  /// - Precondition: as many lists of weights as biases.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(weights: [[Double]], biases: [Double], activation: Activation) {
    require(
      weights.count == biases.count, "\(weights.count) neurons cannot have \(biases.count) biases")
    self.init(count: biases.count) {
      Neuron(weights: weights[$0], bias: biases[$0], activation: activation)
    }
  }

  /// Records the neurons of groups, each of which reads its own part of the inputs: the first group
  /// the first inputs, the next those behind them.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    groups: [Group], activation: Activation, initialization: Initialization = .uniform,
    random: inout some RandomNumberGenerator
  ) {
    let reads = Group.reads(of: groups)
    self.init(count: reads.count, reads: reads.map(\.inputs)) { index in
      Neuron(
        inputs: reads[index].inputs.count, outputs: reads[index].neighbours,
        activation: activation, initialization: initialization, random: &random)
    }
  }

  private init(count: Int, reads: [Range<Int>]? = nil, _ makeNeuron: (Int) -> Neuron) {
    self.reads = reads
    labels = (0..<count).map { ("neuron\($0 + 1)", "h\($0 + 1)") }
    neurons = labels.enumerated().map { index, label in
      Tape.scope(label.scope) { makeNeuron(index) }
    }
  }

  /// The weights and biases of all neurons, neuron by neuron.
  public var parameters: [Value] { neurons.flatMap(\.parameters) }

  /// Records the outputs for `inputs`.
  public func callAsFunction(_ inputs: [Value]) -> [Value] {
    callAsFunction(inputs, addingTo: nil)
  }

  /// Records the outputs for `inputs`, each added to the value of `stream` at its place.
  func callAsFunction(
    _ inputs: [Value], addingTo stream: [Value]?, isSpelled: Bool = false
  ) -> [Value] {
    neurons.indices.map { index in
      let (neuron, label) = (neurons[index], labels[index])
      return Tape.scope(label.scope) {
        let output = neuron(
          reads.map { Array(inputs[$0[index]]) } ?? inputs, isSpelled: isSpelled)
        if let stream { return stream[index] + output }
        return neuron.activation == .linear ? output : output.named(label.output)
      }
    }
  }
}
