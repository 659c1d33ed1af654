internal import NeuralNetworks
internal import Yams

extension ExperimentReader {
  func model(_ field: Field) throws(ExperimentError) -> ModelDescription {
    let kind = field.node.mapping?.first { $0.key.scalar?.string == "kind" }?.value
    if kind?.scalar?.string == ModelKind.cnn.rawValue { return try convolutional(field) }
    if kind?.scalar?.string == ModelKind.gpt.rawValue { return try gpt(field) }
    let keys = try section(
      field, "kind", "layers", "groups", "weights", "activation", "outputActivation",
      "initialization",
      "residual")
    _ = try keys["kind"]?.choice(ModelKind.self)
    let weights = try keys["weights"]?.string()
    if let weights { return try trained(weights, keys) }
    var layers: [Int] = []
    let example = "[8, 3]"
    for size in try keys.required("layers", example: example).list("a list such as \(example)") {
      layers.append(try size.integer(1...100_000))
    }
    return ModelDescription(
      layers: layers, groups: try keys["groups"].map(groups), weights: nil,
      activation: try keys["activation"]?.choice(Activation.self) ?? .relu,
      outputActivation: try keys["outputActivation"]?.choice(Activation.self),
      initialization: try initialization(keys["initialization"]),
      isResidual: try keys["residual"]?.bool() ?? false)
  }

  /// A network from a file, of which layers can be named and activations told.
  private func trained(
    _ weights: String, _ keys: Section
  ) throws(ExperimentError) -> ModelDescription {
    for name in ["groups", "outputActivation", "initialization"] {
      if let field = keys[name] { throw field.wrong("no \(name) beside weights, which say it") }
    }
    return ModelDescription(
      layers: [], weights: weights, layerNames: try keys["layers"]?.texts(),
      layerActivations: try keys["activation"]?.activations(), activation: .relu,
      initialization: .uniform, isResidual: try keys["residual"]?.bool() ?? false)
  }

  private func groups(_ field: Field) throws(ExperimentError) -> [Layer.Group] {
    var groups: [Layer.Group] = []
    for group in try field.list("a list such as [{inputs: 24, neurons: 6}]") {
      let keys = try section(group, "inputs", "neurons")
      groups.append(
        Layer.Group(
          inputs: try keys.required("inputs", example: "24").integer(1...100_000),
          neurons: try keys.required("neurons", example: "6").integer(1...100_000)))
    }
    return groups
  }

  private enum ModelKind: String, CaseIterable { case mlp, cnn, gpt }
}

extension Field {
  /// The names of activations: one, or a list.
  fileprivate func activations() throws(ExperimentError) -> [String] {
    let names = try texts()
    for (index, name) in names.enumerated() where ActivationName(name) == nil {
      throw (elements?[index] ?? self).wrong(
        "one of \(ActivationName.known.joined(separator: ", "))")
    }
    return names
  }
}
