public import NeuralNetworks

/// A network.
public struct ModelDescription: Codable, Sendable, Equatable {
  /// The number of neurons of each layer, the outputs last; empty where a file says it. Of a
  /// convolution the number of its filters.
  public var layers: [Int]
  /// The layers of a convolutional network (`kind: cnn`); `nil` for plain layers.
  public var stages: [ConvolutionalNetwork.Stage]?
  /// The sizes of a character model (`kind: gpt`); `nil` for layers.
  public var gpt: GPTDescription?
  /// The shape of the pictures that a convolutional network reads; `nil` for square grey ones.
  public var shape: FeatureShape?
  /// The parts of the inputs that the neurons of the first layer read; `nil` if all read all.
  public var groups: [Layer.Group]?
  /// A file of trained weights to start from, such as safetensors or our JSON form.
  public var weights: String?
  /// The layers to take from it, in their order; `nil` for all.
  public var layerNames: [String]?
  /// The activations of its layers, by name: one for all hidden layers, one for each of them, or one
  /// for each layer; `nil` where nothing is said.
  public var layerActivations: [String]?
  /// Of the hidden layers.
  public var activation: Activation
  /// Of the last layer; `nil` for linear outputs, unless the file says otherwise.
  public var outputActivation: Activation?
  /// How the first weights are drawn.
  public var initialization: Initialization
  /// Whether the inputs flow past the layers and are added to the outputs.
  public var isResidual: Bool
}
