import GraphGradKit

extension Workload {
  /// Records the network with its parameters on the current tape.
  func recordModel() -> MLP {
    var random = Xorshift64Star(seed: 1)
    let model = MLP(
      inputs: 2, layers: layers, activation: activation, initialization: .uniform, random: &random)
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
    case .hinge: return Loss.hinge(outputs[0], target: .constant(sign(example)))
    }
  }

  private func sign(_ example: Example) -> Double { example.label == 0 ? -1 : 1 }
}

extension Workload {
  /// One example's program, or one for each class, and the examples as they run through it.
  func lanes(of model: MLP) -> (programs: [ExampleProgram], lanes: [Lane]) {
    let start = Tape.current.position
    let programs = (objective == .hinge ? 0..<1 : 0..<layers[layers.count - 1]).map { label in
      defer { Tape.current.reset(to: start) }
      let inputs = [Value(0), Value(0)]
      let outputs = model(inputs)
      let target = Value(0)
      let loss =
        objective == .hinge
        ? Loss.hinge(outputs[0], target: target) : Loss.crossEntropy(outputs, label: label)
      return ExampleProgram(
        loss: loss, inputs: inputs, targets: objective == .hinge ? [target] : [],
        parameters: model.parameters, outputs: outputs)
    }
    let lanes = examples.map { example in
      objective == .hinge
        ? Lane(inputs: example.inputs, targets: [sign(example)])
        : Lane(inputs: example.inputs, program: example.label)
    }
    return (programs, lanes)
  }

  /// The penalty over the parameters, if there is one.
  func penalty(of model: MLP) -> Replay? {
    strength > 0 ? Replay(Program(Loss.l2(model.parameters, strength: strength))) : nil
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
