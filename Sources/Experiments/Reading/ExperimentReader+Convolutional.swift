internal import NeuralNetworks

extension ExperimentReader {
  /// A model with `kind: cnn`.
  func convolutional(_ field: Field) throws(ExperimentError) -> ModelDescription {
    let keys = try section(field, "kind", "shape", "layers", "activation", "initialization")
    let example = "[{convolution: {filters: 4, size: 3}}, {maxPool: 2}, {dense: 10}]"
    let list = try keys.required("layers", example: example).list("a list such as \(example)")
    var stages: [ConvolutionalNetwork.Stage] = []
    for layer in list { stages.append(try stage(layer)) }
    guard case .dense = stages.last else {
      throw list[list.count - 1].wrong("the outputs as the last layer, such as {dense: 10}")
    }
    var model = ModelDescription(
      layers: stages.compactMap(\.neuronCount), groups: nil, weights: nil,
      activation: try keys["activation"]?.choice(Activation.self) ?? .relu, outputActivation: nil,
      initialization: try keys["initialization"].map { field throws(ExperimentError) in
        try initialization(field)
      } ?? .he, isResidual: false)
    model.stages = stages
    model.shape = try shape(keys["shape"])
    return model
  }

  private func stage(_ field: Field) throws(ExperimentError) -> ConvolutionalNetwork.Stage {
    let keys = try section(field, "convolution", "maxPool", "dense")
    let given = [keys["convolution"], keys["maxPool"], keys["dense"]].compactMap(\.self)
    guard given.count == 1 else {
      throw field.wrong("one of {convolution: {filters: 4, size: 3}}, {maxPool: 2}, {dense: 10}")
    }
    if let pool = keys["maxPool"] { return .maxPool(size: try pool.integer(2...1_000)) }
    if let dense = keys["dense"] { return .dense(neurons: try dense.integer(1...100_000)) }
    let filter = try section(given[0], "filters", "size")
    return .convolution(
      filters: try filter.required("filters", example: "4").integer(1...1_000),
      size: try filter.required("size", example: "3").integer(1...1_000))
  }

  /// Rows and columns, or channels, rows and columns.
  private func shape(_ field: Field?) throws(ExperimentError) -> FeatureShape? {
    guard let field else { return nil }
    let expected = "rows and columns such as [8, 8], or channels, rows and columns"
    var numbers: [Int] = []
    for number in try field.list(expected) { numbers.append(try number.integer(1...10_000)) }
    guard (2...3).contains(numbers.count) else { throw field.wrong(expected) }
    return FeatureShape(
      channels: numbers.count == 3 ? numbers[0] : 1, rows: numbers[numbers.count - 2],
      columns: numbers[numbers.count - 1])
  }
}
