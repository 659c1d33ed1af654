internal import NeuralNetworks
internal import Yams

extension Experiment {
  /// Reads an experiment.
  ///
  /// - Parameters:
  ///   - yaml: the text.
  ///   - settings: values that take the place of the text's, such as `steps=20` or
  ///     `model.layers=[16,3]`.
  ///   - fallbackName: the name of an experiment that gives none.
  /// - Throws: ``ExperimentError`` for what cannot be read, an unknown key or a value that does not
  ///   fit, with its place.
  public init(
    yaml: String, settings: [String] = [], fallbackName: String = "experiment"
  ) throws(ExperimentError) {
    var root = try YAMLText(yaml).root()
    var overrides = Overrides()
    for setting in settings { try overrides.apply(setting, to: &root) }
    let field = Field(node: root, key: "", place: .file(line: 1, column: 1))
    self = try ExperimentReader(overrides: overrides).read(field, fallbackName)
  }
}

private struct ExperimentReader {
  let overrides: Overrides

  func read(_ field: Field, _ fallbackName: String) throws(ExperimentError) -> Experiment {
    let top = try section(
      field, "name", "seed", "data", "model", "loss", "l2", "optimizer", "steps", "validateEvery",
      "view")
    let data = try top.required("data", example: "{kind: yinyang, count: 100}")
    let model = try top.required("model", example: "{kind: mlp, layers: [8, 3], activation: tanh}")
    let loss = try top.required("loss", example: "crossEntropy")
    let optimizer = try top.required("optimizer", example: "{kind: adamw, learningRate: 0.1}")
    let steps = try top.required("steps", example: "100")
    var experiment = Experiment(
      name: try top["name"]?.string() ?? fallbackName, seed: try top["seed"]?.seed() ?? 42,
      data: try self.data(data), model: try self.model(model),
      loss: try loss.choice(LossKind.self), l2: try top["l2"]?.positive() ?? 0,
      optimizer: try self.optimizer(optimizer), steps: try steps.integer(1...1_000_000),
      validateEvery: try top["validateEvery"]?.integer(1...1_000_000) ?? 10,
      view: try view(top["view"]))
    experiment.places = try places(model, top["view"])
    return experiment
  }

  private func places(
    _ model: Field, _ view: Field?
  ) throws(ExperimentError) -> [String: ExperimentError.Place] {
    var places: [String: ExperimentError.Place] = [:]
    for (section, name) in [
      (model, "layers"), (view, "example"), (view, "input"), (view, "label"),
    ] {
      guard let section, let mapping = section.node.mapping else { continue }
      let key = "\(section.key).\(name)"
      let mark = mapping.first { $0.key.scalar?.string == name }?.value.mark
      places[key] = overrides.place(of: key) ?? section.place.moved(to: mark)
    }
    return places
  }

  private func section(_ field: Field, _ known: String...) throws(ExperimentError) -> Section {
    try Section(field, known: known, overrides)
  }

  private func data(_ field: Field) throws(ExperimentError) -> DataDescription {
    let isTable = field.node.mapping?.contains { $0.key.scalar?.string == "csv" } ?? false
    return try isTable ? table(field) : generated(field)
  }

  private func generated(_ field: Field) throws(ExperimentError) -> DataDescription {
    let keys = try section(field, "kind", "count", "noise", "classes", "shuffle", "split")
    let kind = try keys.required("kind", example: "yinyang").choice(
      DataDescription.Generator.self)
    let isXor = kind == .xor
    let source = DataDescription.Source.generated(
      kind, count: try keys["count"]?.integer(1...1_000_000) ?? (isXor ? 4 : 100),
      noise: try keys["noise"]?.positive(), classes: try keys["classes"]?.integer(2...1_000))
    if let noise = keys["noise"], kind == .yinyang { throw noise.wrong("no noise with yinyang") }
    if let classes = keys["classes"], kind != .spirals, kind != .blobs {
      throw classes.wrong("no number of classes with \(kind.rawValue)")
    }
    return DataDescription(
      source: source, shuffle: try keys["shuffle"]?.bool() ?? false,
      split: try split(keys["split"], isXor ? [1, 0, 0] : [0.8, 0.1, 0.1]))
  }

  private func table(_ field: Field) throws(ExperimentError) -> DataDescription {
    let keys = try section(field, "csv", "inputs", "label", "target", "shuffle", "split")
    var inputs: [String] = []
    for input in try keys.required("inputs", example: "[x, y]").list("a list of column names") {
      inputs.append(try input.string())
    }
    let target =
      if let target = keys["target"] { target } else {
        try keys.required("label", example: "class")
      }
    if let label = keys["label"], keys["target"] != nil {
      throw label.wrong("either a label (a class) or a target (a number), not both")
    }
    let source = DataDescription.Source.csv(
      path: try keys.required("csv", example: "points.csv").string(), inputs: inputs,
      target: try target.string(), isClass: keys["target"] == nil)
    return DataDescription(
      source: source, shuffle: try keys["shuffle"]?.bool() ?? true,
      split: try split(keys["split"], [0.8, 0.1, 0.1]))
  }

  private func split(_ field: Field?, _ fallback: [Double]) throws(ExperimentError) -> [Double] {
    guard let field else { return fallback }
    let expected = "three shares from 0 to 1 that add up to 1, such as [0.8, 0.1, 0.1]"
    var shares: [Double] = []
    for share in try field.list(expected) {
      shares.append(try share.number("a share from 0 to 1") { (0...1).contains($0) })
    }
    guard shares.count == 3, abs(shares.reduce(0, +) - 1) < 1e-9 else {
      throw field.wrong(expected)
    }
    return shares
  }

  private func model(_ field: Field) throws(ExperimentError) -> ModelDescription {
    let keys = try section(field, "kind", "layers", "activation", "initialization")
    _ = try keys["kind"]?.choice(ModelKind.self)
    var layers: [Int] = []
    let example = "[8, 3]"
    for size in try keys.required("layers", example: example).list("a list such as \(example)") {
      layers.append(try size.integer(1...100_000))
    }
    return ModelDescription(
      layers: layers, activation: try keys["activation"]?.choice(Activation.self) ?? .relu,
      initialization: try keys["initialization"]?.choice(Initialization.self) ?? .uniform)
  }

  private enum ModelKind: String, CaseIterable { case mlp }

  private func optimizer(_ field: Field) throws(ExperimentError) -> OptimizerDescription {
    let keys = try section(
      field, "kind", "learningRate", "finalLearningRate", "momentum", "betas", "epsilon",
      "weightDecay")
    let kind = try keys["kind"]?.choice(OptimizerDescription.Kind.self) ?? .sgd
    let fit: [OptimizerDescription.Kind: Set<String>] = [
      .sgd: ["momentum"], .adam: ["betas", "epsilon"], .adamw: ["betas", "epsilon", "weightDecay"],
    ]
    for name in ["momentum", "betas", "epsilon", "weightDecay"] where !fit[kind]!.contains(name) {
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

  private func view(_ field: Field?) throws(ExperimentError) -> ViewDescription {
    guard let field else {
      return ViewDescription(kind: .scalar, subject: .example(1), foldsSums: true)
    }
    let keys = try section(field, "kind", "example", "input", "label", "target", "sums")
    let kind = try keys["kind"]?.choice(ViewDescription.Kind.self) ?? .scalar
    let sums = try keys["sums"]?.choice(Sums.self) ?? .folded
    if let example = keys["example"], keys["input"] != nil {
      throw example.wrong("either an example or an input, not both")
    }
    var subject = ViewDescription.Subject.example(
      try keys["example"]?.integer(1...1_000_000) ?? 1)
    if let input = keys["input"] {
      var numbers: [Double] = []
      for number in try input.list("a list of numbers") { numbers.append(try number.number()) }
      let target =
        if let target = keys["target"] { target } else {
          try keys.required("label", example: "0")
        }
      subject = .input(numbers, target: try target.number())
    } else if let label = keys["label"] ?? keys["target"] {
      throw label.wrong("an input to go with it, such as input: [0, 0]")
    }
    return ViewDescription(kind: kind, subject: subject, foldsSums: sums == .folded)
  }

  private enum Sums: String, CaseIterable { case folded, chained }
}
