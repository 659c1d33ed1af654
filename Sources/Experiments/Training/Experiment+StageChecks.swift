internal import NeuralNetworks

extension ModelDescription {
  /// The shape of the pictures, as the description or a square number of inputs says it.
  func shape(inputs: Int) -> FeatureShape? {
    if let shape { return shape.count == inputs ? shape : nil }
    let side = Int(Double(inputs).squareRoot().rounded())
    return side * side == inputs ? FeatureShape(rows: side, columns: side) : nil
  }
}

extension Experiment {
  /// A program of more values would take minutes to lay out for the lanes.
  private static let valueLimit = 1e6

  /// Whether each stage of a convolutional network fits the one before it.
  ///
  /// - Returns: how many parameters they have.
  func checkStages(
    _ stages: [ConvolutionalNetwork.Stage], inputs: Int
  ) throws(ExperimentError) -> Double {
    guard var shape = model.shape(inputs: inputs) else {
      let found = model.shape.map { "\($0.words), \($0.count) values" }
      throw wrong(
        "model.shape", found ?? "none",
        "a shape of \(inputs) values, as many as the data have inputs")
    }
    var (parameters, values) = (0.0, 0.0)
    for (index, stage) in stages.enumerated() {
      guard let output = stage.outputShape(over: shape) else {
        throw wrong(
          "model.layers[\(index + 1)]", stage.words,
          "a size of at most \(min(shape.rows, shape.columns)), since it reads \(shape.words)")
      }
      parameters += stage.parameterCount(over: shape)
      values += stage.valueCount(over: shape)
      guard values <= Self.valueLimit else {
        throw wrong(
          "model.layers[\(index + 1)]", "a network of over \(Int(values)) values",
          "at most \(Int(Self.valueLimit))")
      }
      shape = output
    }
    return parameters
  }
}

extension FeatureShape {
  fileprivate var words: String {
    "\(channels > 1 ? "\(channels) maps of " : "")\(rows) × \(columns)"
  }
}

extension ConvolutionalNetwork.Stage {
  fileprivate var words: String {
    switch self {
    case .convolution(_, let size): "windows of \(size) × \(size)"
    case .maxPool(let size): "squares of \(size) × \(size)"
    case .dense(let neurons): "\(neurons) neurons"
    }
  }
}
