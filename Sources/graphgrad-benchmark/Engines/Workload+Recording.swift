import GraphGradKit

extension Workload {
  /// Records the network with its parameters on the current tape.
  func recordModel() -> MLP {
    var random = Xorshift64Star(seed: 1)
    let model = MLP(inputs: 2, layers: layers, activation: activation, random: &random)
    for (parameter, number) in zip(model.parameters, parameters) { parameter.data = number }
    return model
  }

  /// Records the mean loss over all examples, with the penalty, as one graph.
  func recordLoss(of model: MLP) -> Value {
    let losses = examples.map { recordLoss(of: model, on: $0) }
    let mean = losses.sum() * (1 / Double(losses.count))
    return strength > 0 ? mean + Loss.l2(model.parameters, strength: strength) : mean
  }

  private func recordLoss(of model: MLP, on example: Example) -> Value {
    let outputs = model(example.inputs.map { Value($0) })
    switch objective {
    case .crossEntropy: return Loss.crossEntropy(outputs, label: example.label)
    case .hinge:
      return Loss.hinge(outputs[0], target: .constant(example.label == 0 ? -1 : 1))
    }
  }
}

extension Example {
  /// The class, counted from 0.
  ///
  /// - Precondition: the target is a class.
  var label: Int {
    guard case .label(let label) = target else {
      preconditionFailure("the target \(target) is not a class")
    }
    return label
  }
}
