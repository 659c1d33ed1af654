internal import Datasets
internal import NeuralNetworks
internal import Randomness
internal import Weights

/// The layers of a network before they are recorded: their sizes, or their weights from a file.
struct NetworkPlan {
  /// The number of neurons of each layer, the outputs last.
  let sizes: [Int]
  /// The activation of each layer.
  let activations: [Activation]
  /// The shape of a character model; `nil` for layers.
  let textShape: GPT.Shape?
  private let tokenNames: [String]
  private let description: ModelDescription
  private let trained: [LinearLayer]?

  /// - Parameter trained: the layers of a file; `nil` for those of the description.
  init(_ description: ModelDescription, _ trained: [LinearLayer]?, _ activations: [Activation]) {
    self.description = description
    self.trained = trained
    self.activations = activations
    sizes = trained?.map(\.bias.count) ?? description.layers
    textShape = nil
    tokenNames = []
  }

  /// A character model for so many tokens and texts of up to `longest` positions.
  init(_ description: ModelDescription, _ shape: GPT.Shape, tokens: [String]) {
    self.description = description
    tokenNames = tokens
    trained = nil
    textShape = shape
    let hidden = Array(repeating: shape.hidden, count: shape.blocks)
    sizes = hidden + [shape.tokens]
    activations = hidden.map { _ in description.activation } + [.linear]
  }

  /// - Parameter data: says how many tokens there are and how long texts are.
  init(_ description: ModelDescription, _ trained: TrainedNetwork?, over data: Dataset) {
    if let gpt = description.gpt {
      let shape = gpt.shape(tokens: data.classNames.count, longest: data.inputNames.count)
      self.init(description, shape, tokens: data.classNames)
      return
    }
    guard let trained else {
      let count = description.layers.count
      self.init(description, nil, (0..<count).map { Self.usual(description, $0, of: count) })
      return
    }
    self.init(description, trained.layers, trained.computed)
  }

  /// How many outputs the network will have.
  static func outputCount(
    _ description: ModelDescription, _ trained: TrainedNetwork?, over data: Dataset
  ) -> Int {
    if description.gpt != nil { return data.classNames.count }
    return trained?.outputCount ?? description.layers.last ?? 0
  }

  private static func usual(
    _ description: ModelDescription, _ index: Int, of count: Int
  ) -> Activation {
    index == count - 1 ? description.outputActivation ?? .linear : description.activation
  }

  /// How many inputs the file's network has; `nil` where the data say it.
  var inputCount: Int? { trained?[0].shape[1] }

  /// What the inputs are called: where texts may be longer than those of the data, more positions.
  func inputNames(_ data: Dataset) -> [String] {
    textShape.map { Dataset.positionNames($0.context) } ?? data.inputNames
  }

  func makeModel(inputs: Int, random: inout Xorshift64Star) -> any Module {
    if let textShape {
      return GPT(
        textShape, tokens: tokenNames, activation: description.activation,
        initialization: description.initialization, random: &random)
    }
    if let stages = description.stages, let shape = description.shape(inputs: inputs) {
      return ConvolutionalNetwork(
        over: shape, stages: stages, activation: description.activation,
        initialization: description.initialization, random: &random)
    }
    return makePerceptron(inputs: inputs, random: &random)
  }

  private func makePerceptron(inputs: Int, random: inout Xorshift64Star) -> MLP {
    guard let trained else {
      return MLP(
        inputs: inputs, layers: sizes, groups: description.groups ?? [],
        activation: description.activation,
        outputActivation: description.outputActivation ?? .linear,
        initialization: description.initialization, isResidual: description.isResidual,
        random: &random)
    }
    return MLP(count: trained.count, isResidual: description.isResidual) { index in
      Layer(
        weights: trained[index].weight, biases: trained[index].bias,
        activation: activations[index])
    }
  }
}
