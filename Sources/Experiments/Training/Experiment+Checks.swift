internal import Datasets
internal import NeuralNetworks

extension Experiment {
  /// Whether the network's inputs and outputs fit the data and the loss.
  func check(
    _ plan: NetworkPlan, _ task: Task, _ dataset: Dataset
  ) throws(ExperimentError) {
    let inputs = dataset.inputNames.count
    if let expected = plan.inputCount, expected != inputs {
      throw ExperimentError(
        place: place("model.weights"), problem: .inputCount(found: inputs, expected: expected))
    }
    let parameters =
      if let text = try checkText(plan, dataset) { text } else if let stages = model.stages {
        try checkStages(stages, inputs: inputs)
      } else {
        parameterCount(plan, inputs: inputs)
      }
    guard parameters <= Self.parameterLimit else {
      throw wrong(
        "model.layers", "\(Int(parameters)) parameters", "at most \(Int(Self.parameterLimit))")
    }
    try checkGroups(inputs: inputs)
    let key = model.weights == nil ? "model.layers" : "model.weights"
    if model.isResidual, task.outputCount != inputs {
      throw wrong(
        key, "\(task.outputCount) outputs", "\(inputs) outputs, one for each input it is added to")
    }
    if let expected = task.outputMistake {
      throw wrong(key, "\(task.outputCount) outputs for loss: \(task.loss.rawValue)", expected)
    }
    if loss != nil, task.loss == .unknown {
      throw wrong("loss", "given", "left out, since the data have no answers")
    }
    if task.form == .spelled, !task.hasProgramOfEachClass {
      throw wrong(
        "loss", "form: spelled", "no form with this model, which takes classes as numbers")
    }
    try checkOutputActivation(task.loss)
  }

  private func checkGroups(inputs: Int) throws(ExperimentError) {
    guard let groups = model.groups else { return }
    for (word, found, expected) in [
      ("inputs", groups.reduce(0) { $0 + $1.inputs }, inputs),
      ("neurons", groups.reduce(0) { $0 + $1.neurons }, model.layers.first ?? 0),
    ] where found != expected {
      throw wrong(
        "model.groups", "\(found) \(word) in all",
        word == "inputs"
          ? "\(expected), as many as the data have" : "\(expected), as many as the first layer has")
    }
  }

  /// Cross-entropy makes probabilities of the outputs itself.
  private func checkOutputActivation(_ loss: LossKind) throws(ExperimentError) {
    guard let activation = model.outputActivation, activation != .linear else { return }
    guard loss == .crossEntropy || loss == .binaryCrossEntropy else { return }
    throw wrong(
      "model.outputActivation", activation.rawValue,
      "linear, since loss: \(loss.rawValue) reads the outputs as logits")
  }

  /// A recording of more than this would take gigabytes.
  private static let parameterLimit = 5e6

  /// The number of weights and biases, as a `Double` that no list of layers overflows.
  private func parameterCount(_ plan: NetworkPlan, inputs: Int) -> Double {
    let sizes = [inputs] + plan.sizes
    return zip(sizes, sizes.dropFirst()).reduce(0) { $0 + Double($1.0 + 1) * Double($1.1) }
  }

  func wrong(_ key: String, _ found: String, _ expected: String) -> ExperimentError {
    ExperimentError(
      place: place(key), problem: .wrongValue(key: key, found: found, expected: expected))
  }

  private func place(_ key: String) -> ExperimentError.Place {
    places[key] ?? .file(line: 1, column: 1)
  }
}
