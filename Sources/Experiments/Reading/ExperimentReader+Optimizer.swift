extension ExperimentReader {
  func optimizer(_ field: Field) throws(ExperimentError) -> OptimizerDescription {
    let keys = try section(
      field, "kind", "learningRate", "finalLearningRate", "momentum", "betas", "epsilon",
      "weightDecay")
    let kind = try keys["kind"]?.choice(OptimizerDescription.Kind.self) ?? .sgd
    for name in ["momentum", "betas", "epsilon", "weightDecay"] where !Self.hasSetting(kind, name) {
      if let field = keys[name] { throw field.wrong("no \(name) with \(kind.rawValue)") }
    }
    let rate = try scheduled(keys.required("learningRate", example: "0.1")) {
      (field) throws(ExperimentError) in try field.positive()
    }
    let momentum = try keys["momentum"].map { (field) throws(ExperimentError) in
      try scheduled(field) { (field) throws(ExperimentError) in try share(field) }
    }
    if let final = keys["finalLearningRate"], rate.schedule != nil {
      throw final.wrong("left out where learningRate says the steps it changes at")
    }
    return OptimizerDescription(
      kind: kind, learningRate: rate.first, learningRates: rate.schedule,
      finalLearningRate: try keys["finalLearningRate"]?.positive(),
      momentum: momentum?.first ?? (kind == .momentum ? 0.9 : 0), momenta: momentum?.schedule,
      betas: try betas(keys["betas"]), epsilon: try keys["epsilon"]?.positive() ?? 1e-8,
      weightDecay: try weightDecay(keys["weightDecay"], kind))
  }

  /// Whether an optimiser of this kind has something of this name to be set.
  private static func hasSetting(_ kind: OptimizerDescription.Kind, _ name: String) -> Bool {
    switch kind {
    case .sgd: name == "momentum"
    case .momentum: name == "momentum" || name == "weightDecay"
    case .adam: name == "betas" || name == "epsilon"
    case .adamw: name != "momentum"
    }
  }

  private func weightDecay(
    _ field: Field?, _ kind: OptimizerDescription.Kind
  ) throws(ExperimentError) -> Double {
    guard let field else { return kind == .adamw ? 0.01 : 0 }
    return kind == .momentum ? try share(field) : try field.positive()
  }

  private func betas(_ field: Field?) throws(ExperimentError) -> [Double] {
    guard let field else { return [0.9, 0.999] }
    let expected = "two numbers from 0 to below 1, such as [0.9, 0.999]"
    var betas: [Double] = []
    for beta in try field.list(expected) { betas.append(try share(beta)) }
    guard betas.count == 2 else { throw field.wrong(expected) }
    return betas
  }

  private func share(_ field: Field) throws(ExperimentError) -> Double {
    try field.number("a number from 0 to below 1") { $0 >= 0 && $0 < 1 }
  }
}
