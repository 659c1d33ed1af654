public import NeuralNetworks

/// A network.
public struct ModelDescription: Sendable, Equatable {
  /// The number of neurons of each layer, the outputs last.
  public var layers: [Int]
  /// Of the hidden layers; the outputs are linear.
  public var activation: Activation
  /// How the first weights are drawn.
  public var initialization: Initialization
}
