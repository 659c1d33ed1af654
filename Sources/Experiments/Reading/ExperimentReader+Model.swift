internal import NeuralNetworks

extension ExperimentReader {
  func model(_ field: Field) throws(ExperimentError) -> ModelDescription {
    let keys = try section(
      field, "kind", "layers", "weights", "activation", "outputActivation", "initialization",
      "residual")
    _ = try keys["kind"]?.choice(ModelKind.self)
    let weights = try keys["weights"]?.string()
    for name in ["layers", "outputActivation", "initialization"] where weights != nil {
      if let field = keys[name] { throw field.wrong("no \(name) beside weights, which say it") }
    }
    var layers: [Int] = []
    let example = "[8, 3]"
    if weights == nil {
      for size in try keys.required("layers", example: example).list("a list such as \(example)") {
        layers.append(try size.integer(1...100_000))
      }
    }
    return ModelDescription(
      layers: layers, weights: weights,
      activation: try keys["activation"]?.choice(Activation.self) ?? .relu,
      outputActivation: try keys["outputActivation"]?.choice(Activation.self),
      initialization: try keys["initialization"]?.choice(Initialization.self) ?? .uniform,
      isResidual: try keys["residual"]?.bool() ?? false)
  }

  private enum ModelKind: String, CaseIterable { case mlp }

  func optimizer(_ field: Field) throws(ExperimentError) -> OptimizerDescription {
    let keys = try section(
      field, "kind", "learningRate", "finalLearningRate", "momentum", "betas", "epsilon",
      "weightDecay")
    let kind = try keys["kind"]?.choice(OptimizerDescription.Kind.self) ?? .sgd
    for name in ["momentum", "betas", "epsilon", "weightDecay"] where !Self.hasSetting(kind, name) {
      if let field = keys[name] { throw field.wrong("no \(name) with \(kind.rawValue)") }
    }
    return OptimizerDescription(
      kind: kind,
      learningRate: try keys.required("learningRate", example: "0.1").positive(),
      finalLearningRate: try keys["finalLearningRate"]?.positive(),
      momentum: try share(keys["momentum"]) ?? 0, betas: try betas(keys["betas"]),
      epsilon: try keys["epsilon"]?.positive() ?? 1e-8,
      weightDecay: try keys["weightDecay"]?.positive() ?? 0.01)
  }

  /// Whether an optimiser of this kind has something of this name to be set.
  private static func hasSetting(_ kind: OptimizerDescription.Kind, _ name: String) -> Bool {
    switch kind {
    case .sgd: name == "momentum"
    case .adam: name == "betas" || name == "epsilon"
    case .adamw: name != "momentum"
    }
  }

  private func betas(_ field: Field?) throws(ExperimentError) -> [Double] {
    guard let field else { return [0.9, 0.999] }
    let expected = "two numbers from 0 to below 1, such as [0.9, 0.999]"
    var betas: [Double] = []
    for beta in try field.list(expected) { betas.append(try share(beta) ?? 0) }
    guard betas.count == 2 else { throw field.wrong(expected) }
    return betas
  }

  private func share(_ field: Field?) throws(ExperimentError) -> Double? {
    try field?.number("a number from 0 to below 1") { $0 >= 0 && $0 < 1 }
  }
}
