import GraphGradKit

/// A network and its data: one step is the loss over all examples, forward and backward.
struct Workload {
  enum Objective: String, Encodable { case crossEntropy, hinge }

  let title: String
  /// The number of neurons of each layer, the outputs last.
  let layers: [Int]
  let activation: Activation
  let objective: Objective
  /// The strength of the L2 penalty; 0 for none.
  let strength: Double
  let examples: [Example]
  /// The parameters' values, neuron by neuron, weights first.
  let parameters: [Double]

  init(
    _ title: String, layers: [Int], activation: Activation, objective: Objective,
    strength: Double = 0, examples: [Example], random: inout Xorshift64Star
  ) {
    self.title = title
    self.layers = layers
    self.activation = activation
    self.objective = objective
    self.strength = strength
    self.examples = examples
    parameters = Tape.recording {
      MLP(
        inputs: 2, layers: layers, activation: activation, initialization: .uniform,
        random: &random
      )
      .parameters.map(\.data)
    }
  }
}

extension Workload {
  /// The network of Samples/yinyang.yaml, on its 80 training points.
  static var yinYang: Workload {
    var random = Xorshift64Star(seed: 42)
    let examples = Split(Dataset.yinYang(count: 100, random: &random).examples).train
    return Workload(
      "A  yin-yang: 2-8-3 tanh, 80 examples, cross-entropy", layers: [8, 3], activation: .tanh,
      objective: .crossEntropy, examples: examples, random: &random)
  }

  /// micrograd's demonstration: two moons, hinge loss and an L2 penalty.
  static var moons: Workload {
    var random = Xorshift64Star(seed: 42)
    let examples = Dataset.moons(count: 100, random: &random).examples
    return Workload(
      "B  moons: 2-16-16-1 ReLU, 100 examples, hinge + L2", layers: [16, 16, 1],
      activation: .relu, objective: .hinge, strength: 1e-4, examples: examples, random: &random)
  }
}
