public import Autograd
internal import Refusal

/// A multi-layer perceptron: layers one after the other, each neuron reading all of the last layer.
///
///     var random = Xorshift64Star(seed: 42)
///     let model = MLP(inputs: 2, layers: [8, 3], activation: .tanh, random: &random)
///     let logits = model([Value(0.5), Value(-0.2)])   // three values
public struct MLP: Module {
  /// The layers, the last of which gives the outputs.
  public let layers: [Layer]
  /// Whether the inputs flow past the layers and are added to the outputs.
  public let isResidual: Bool
  private let scopes: [String]

  /// Records the parameters of a network, in the scopes `layer1`, `layer2`, ….
  ///
  /// - Parameters:
  ///   - layers: the number of neurons of each layer, hidden ones first.
  ///   - groups: the parts of the inputs that the neurons of the first layer read; none if all read
  ///     all.
  ///   - activation: of the hidden layers.
  ///   - outputActivation: of the last layer, which is linear by default.
  ///   - isResidual: whether the inputs are added to the outputs.
  /// - Precondition: at least one layer; groups with all inputs and neurons of the first; as many outputs as inputs if it is residual.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    inputs: Int, layers sizes: [Int], groups: [Layer.Group] = [], activation: Activation,
    outputActivation: Activation = .linear, initialization: Initialization = .uniform,
    isResidual: Bool = false, random: inout some RandomNumberGenerator
  ) {
    require(!sizes.isEmpty, "a network needs at least one layer")
    require(
      groups.isEmpty
        || (groups.reduce(0) { $0 + $1.inputs }, groups.reduce(0) { $0 + $1.neurons })
          == (inputs, sizes[0]),
      "the groups \(groups) do not share out \(inputs) inputs and \(sizes[0]) neurons")
    self.init(count: sizes.count, isResidual: isResidual) { index in
      let activation = index == sizes.count - 1 ? outputActivation : activation
      if index == 0, !groups.isEmpty {
        return Layer(
          groups: groups, activation: activation, initialization: initialization, random: &random)
      }
      return Layer(
        inputs: index == 0 ? inputs : sizes[index - 1], outputs: sizes[index],
        activation: activation, initialization: initialization, random: &random)
    }
  }

  /// Records a network of `count` layers, each made in its scope.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(count: Int, isResidual: Bool = false, _ makeLayer: (Int) -> Layer) {
    scopes = (0..<count).map { "layer\($0 + 1)" }
    layers = scopes.enumerated().map { index, scope in
      Tape.scope(scope) { makeLayer(index) }
    }
    self.isResidual = isResidual
  }

  /// The weights and biases of all layers, layer by layer.
  public var parameters: [Value] { layers.flatMap(\.parameters) }

  /// Records the outputs for `inputs`.
  public func callAsFunction(_ inputs: [Value]) -> [Value] { self(inputs, isSpelled: false) }

  /// Records the outputs for `inputs`.
  ///
  /// - Parameter isSpelled: see ``Activation/callAsFunction(_:isSpelled:)``.
  public func callAsFunction(_ inputs: [Value], isSpelled: Bool) -> [Value] {
    layers.indices.reduce(inputs) { values, index in
      let stream = isResidual && index == layers.count - 1 ? inputs : nil
      return Tape.scope(scopes[index]) {
        layers[index](values, addingTo: stream, isSpelled: isSpelled)
      }
    }
  }
}
