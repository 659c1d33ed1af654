public import Autograd
public import Randomness

/// A multi-layer perceptron: layers one after the other, each neuron reading all of the last layer.
///
///     var random = Xorshift64Star(seed: 42)
///     let model = MLP(inputs: 2, layers: [8, 3], activation: .tanh, random: &random)
///     let logits = model([Value(0.5), Value(-0.2)])   // three values
public struct MLP: Module {
  /// The layers, the last of which gives the outputs.
  public let layers: [Layer]
  private let scopes: [String]

  /// Records the parameters of a network, in the scopes `layer1`, `layer2`, ….
  ///
  /// - Parameters:
  ///   - layers: the number of neurons of each layer, hidden ones first.
  ///   - activation: of the hidden layers.
  ///   - outputActivation: of the last layer, which is linear by default.
  /// - Precondition: at least one layer.
  public init(
    inputs: Int, layers sizes: [Int], activation: Activation,
    outputActivation: Activation = .linear, initialization: Initialization = .uniform,
    random: inout Xorshift64Star
  ) {
    precondition(!sizes.isEmpty, "a network needs at least one layer")
    let scopes = sizes.indices.map { "layer\($0 + 1)" }
    var layers: [Layer] = []
    for (index, size) in sizes.enumerated() {
      Tape.scope(scopes[index]) {
        layers.append(
          Layer(
            inputs: index == 0 ? inputs : sizes[index - 1], outputs: size,
            activation: index == sizes.count - 1 ? outputActivation : activation,
            initialization: initialization, random: &random))
      }
    }
    self.layers = layers
    self.scopes = scopes
  }

  /// The weights and biases of all layers, layer by layer.
  public var parameters: [Value] { layers.flatMap(\.parameters) }

  /// Records the outputs for `inputs`.
  public func callAsFunction(_ inputs: [Value]) -> [Value] {
    zip(layers, scopes).reduce(inputs) { values, layer in
      Tape.scope(layer.1) { layer.0(values) }
    }
  }
}
