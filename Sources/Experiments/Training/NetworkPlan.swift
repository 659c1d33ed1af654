internal import NeuralNetworks
internal import Randomness
internal import Weights

/// The layers of a network before they are recorded: their sizes, or their weights from a file.
struct NetworkPlan {
  /// The number of neurons of each layer, the outputs last.
  let sizes: [Int]
  private let description: ModelDescription
  private let trained: [LinearLayer]?
  private let activations: [Activation]

  init(_ description: ModelDescription, directory: String) throws(ExperimentError) {
    self.description = description
    guard let weights = description.weights else {
      sizes = description.layers
      trained = nil
      activations = []
      return
    }
    let file = InputFile(weights, in: directory)
    let layers = try Self.read(file)
    sizes = layers.map(\.bias.count)
    trained = layers
    var activations: [Activation] = []
    for (index, layer) in layers.enumerated() {
      let usual = index == layers.count - 1 ? .linear : description.activation
      guard let name = layer.activation else {
        activations.append(usual)
        continue
      }
      guard let activation = Activation(rawValue: name) else {
        throw ExperimentError(
          place: .input(path: file.path), problem: .unknownActivation(layer: index + 1, name: name))
      }
      activations.append(activation)
    }
    self.activations = activations
  }

  /// How many inputs the file's network has; `nil` where the data say it.
  var inputCount: Int? { trained?.first?.weight.first?.count }

  func makeModel(inputs: Int, random: inout Xorshift64Star) -> MLP {
    guard let trained else {
      return MLP(
        inputs: inputs, layers: sizes, activation: description.activation,
        initialization: description.initialization, isResidual: description.isResidual,
        random: &random)
    }
    return MLP(count: trained.count, isResidual: description.isResidual) { index in
      Layer(
        weights: trained[index].weight, biases: trained[index].bias,
        activation: activations[index])
    }
  }

  private static func read(_ file: InputFile) throws(ExperimentError) -> [LinearLayer] {
    let bytes = try file.bytes()
    do {
      return file.path.hasSuffix(".json")
        ? try WeightsFile.json(String(decoding: bytes, as: UTF8.self))
        : try WeightsFile.safetensors(bytes)
    } catch {
      throw ExperimentError(place: .input(path: file.path), problem: .badWeights(error))
    }
  }
}
