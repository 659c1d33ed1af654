import Activity
import Autograd
import Foundation
import NeuralNetworks

/// A network in plain numbers, computed with loops and without the autograd: what to compare with.
struct PlainNetwork: Sendable {
  struct Dense: Sendable {
    var weights: [[Double]]
    var biases: [Double]
    var activation: Activation
  }

  /// A neuron by its layer and its place there, counted from 0.
  struct Place: Hashable, Sendable {
    let layer: Int
    let neuron: Int
    var name: String { "layer\(layer + 1)/neuron\(neuron + 1)" }
  }

  var layers: [Dense]
  var isResidual = false

  var inputCount: Int { layers[0].weights[0].count }

  /// The neurons of all layers but the last.
  var hidden: [Place] {
    layers.indices.dropLast().flatMap { layer in
      layers[layer].biases.indices.map { Place(layer: layer, neuron: $0) }
    }
  }

  /// The sums of a layer, each `((b + w₁x₁) + w₂x₂) + …` without the input at `missing`.
  private func sums(_ layer: Dense, _ inputs: [Double], without missing: Int?) -> [Double] {
    zip(layer.weights, layer.biases).map { weights, bias in
      var sum = bias
      for index in weights.indices where index != missing { sum += weights[index] * inputs[index] }
      return sum
    }
  }

  /// The sums before the activations of each layer, in a network that lacks the neuron `removed`.
  func preactivations(_ inputs: [Double], without removed: Place? = nil) -> [[Double]] {
    var (values, result) = (inputs, [[Double]]())
    for (index, layer) in layers.enumerated() {
      let missing = removed?.layer == index - 1 ? removed?.neuron : nil
      result.append(sums(layer, values, without: missing))
      values = result[index].map(layer.activation.number)
    }
    return result
  }

  /// What comes out of a network that lacks the neuron `removed`.
  func outputs(_ inputs: [Double], without removed: Place? = nil) -> [Double] {
    let layer = layers.count - 1
    let sums = preactivations(inputs, without: removed)[layer]
    let outputs = sums.map(layers[layer].activation.number)
    return isResidual ? zip(inputs, outputs).map(+) : outputs
  }
}

extension Activation {
  /// The activation of a number, by its definition.
  func number(_ sum: Double) -> Double {
    switch self {
    case .linear: sum
    case .relu: sum > 0 ? sum : (sum.isNaN ? sum : 0)
    case .leakyRelu: sum > 0 ? sum : 0.01 * sum
    case .tanh: Foundation.tanh(sum)
    case .sigmoid: 1 / (1 + Foundation.exp(-sum))
    case .gelu: 0.5 * sum * (1 + Foundation.erf(sum / 2.0.squareRoot()))
    case .softplus: Foundation.log1p(Foundation.exp(sum))
    }
  }
}
