internal import NeuralNetworks
internal import Randomness
public import Weights

extension Trainer {
  /// Whether the parameters are those of plain layers, neuron by neuron with the bias last.
  public var hasPlainLayers: Bool {
    let sizes = [inputNames.count] + layers
    return parameters.count == zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
      && parameterNames.allSatisfy {
        $0.wholeMatch(of: /layer[0-9]+\/neuron[0-9]+\/(w[0-9]+|b)/) != nil
      }
  }

  /// The network with these parameters as plain layers, to be written to a file.
  public func linearLayers(_ parameters: [Double]) -> [LinearLayer] {
    var rest = parameters[...]
    let sizes = [inputNames.count] + layers
    return layers.indices.map { index in
      var weight: [[Double]] = []
      var bias: [Double] = []
      for _ in 0..<sizes[index + 1] {
        weight.append(Array(rest.prefix(sizes[index])))
        rest = rest.dropFirst(sizes[index])
        bias.append(rest.popFirst() ?? 0)
      }
      return LinearLayer(
        name: layerName(index), weight: weight, bias: bias, activation: activationName(index))
    }
  }

  /// As the file of weights calls it, if the network is from one.
  private func layerName(_ index: Int) -> String {
    trained?.layers[index].name ?? "layer\(index + 1)"
  }

  /// Of the last layer the one that the loss contains, if it does.
  private func activationName(_ index: Int) -> String {
    guard index == layers.count - 1, let inLoss = trained?.inLoss else {
      return activations[index].rawValue
    }
    return inLoss.name
  }

  /// The same experiment with another network in place of its own, trained no further.
  ///
  /// - Precondition: layers as ``linearLayers(_:)`` gives them, for the same inputs and outputs.
  public func replacingNetwork(with layers: [LinearLayer]) -> Trainer {
    var result = self
    var random = Xorshift64Star(seed: max(experiment.seed, 1))
    // The loss, which contains the last activation or not, stays the same.
    let plan = NetworkPlan(experiment.model, layers, activations)
    let network = Network(
      plan, inputNames: inputNames, task: objective.network.task, l2: experiment.l2,
      random: &random)
    result.adopt(network, plan)
    return result
  }
}
