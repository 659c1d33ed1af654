internal import Autograd
internal import Yams

/// Reads the parts of an experiment, each from its field.
struct ExperimentReader {
  let overrides: Overrides

  func read(_ field: Field, _ fallbackName: String) throws(ExperimentError) -> Experiment {
    let top = try section(
      field, "name", "seed", "data", "model", "loss", "reduction", "l2", "optimizer", "batch",
      "steps", "validateEvery", "arithmetic", "view")
    let data = try top.required("data", example: "{kind: yinyang, count: 100}")
    let model = try top.required("model", example: "{kind: mlp, layers: [8, 3], activation: tanh}")
    let description = try self.model(model)
    let steps = try top["steps"]?.steps() ?? 0
    let isTrained = description.weights == nil || steps > 0
    let (losses, optimizer) = try rules(
      top, isTrained, isNew: description.weights == nil && description.gpt == nil)
    var experiment = Experiment(
      name: try top["name"]?.string() ?? fallbackName, seed: try top["seed"]?.seed() ?? 42,
      data: try self.data(data, isTrained: isTrained), model: description,
      loss: losses.kind, givenLossForm: losses.form,
      givenReduction: try top["reduction"]?.choice(Reduction.self),
      l2: try top["l2"]?.positive() ?? 0, optimizer: optimizer,
      batch: try top["batch"]?.integer(1...1_000_000),
      steps: isTrained ? try top.required("steps", example: "100").integer(1...1_000_000) : 0,
      validateEvery: try top["validateEvery"]?.integer(1...1_000_000) ?? 10,
      givenArithmetic: try top["arithmetic"]?.choice(Arithmetic.self),
      view: try view(top["view"], isText: Self.isText(data)))
    experiment.places = try places(model, top["view"])
    if let loss = top["loss"] { experiment.places["loss"] = loss.place }
    return experiment
  }

  /// A network that was trained elsewhere needs no optimiser, and its loss follows from the data.
  private func rules(
    _ top: Section, _ isTrained: Bool, isNew: Bool
  ) throws(ExperimentError) -> (
    losses: (kind: LossKind?, form: LossForm?), optimizer: OptimizerDescription?
  ) {
    let loss =
      isNew ? try top.required("loss", example: "crossEntropy") : top["loss"]
    let optimizer =
      isTrained
      ? try top.required("optimizer", example: "{kind: adamw, learningRate: 0.1}")
      : top["optimizer"]
    var description: OptimizerDescription?
    if let optimizer { description = try self.optimizer(optimizer) }
    return (try self.loss(loss), description)
  }

  /// A kind by its name, or with the form in which it is computed.
  private func loss(
    _ field: Field?
  ) throws(ExperimentError) -> (kind: LossKind?, form: LossForm?) {
    guard let field, field.isMapping else { return (try field?.choice(LossKind.self), nil) }
    let keys = try section(field, "kind", "form")
    let kind = try keys.required("kind", example: "crossEntropy").choice(LossKind.self)
    guard let form = keys["form"] else { return (kind, nil) }
    guard kind == .crossEntropy else { throw form.wrong("no form with \(kind.rawValue)") }
    return (kind, try form.choice(LossForm.self))
  }

  private func places(
    _ model: Field, _ view: Field?
  ) throws(ExperimentError) -> [String: ExperimentError.Place] {
    var places: [String: ExperimentError.Place] = [:]
    for (section, name) in [
      (model, "layers"), (model, "kind"), (model, "context"), (model, "weights"),
      (model, "outputActivation"),
      (model, "groups"), (model, "shape"), (view, "example"),
      (view, "input"), (view, "label"),
    ] {
      guard let section, let mapping = section.node.mapping else { continue }
      let key = "\(section.key).\(name)"
      let mark = mapping.first { $0.key.scalar?.string == name }?.value.mark
      places[key] = overrides.place(of: key) ?? section.place.moved(to: mark)
    }
    let layers = model.entries?.first { $0.name == "layers" }?.value
    for layer in layers?.elements ?? [] { places[layer.key] = layer.place }
    return places
  }

  func section(_ field: Field, _ known: String...) throws(ExperimentError) -> Section {
    try Section(field, known: known, overrides)
  }
}
