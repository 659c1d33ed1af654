public import NeuralNetworks

extension Trainer {
  /// The shape of the pictures that the inputs are: as a convolutional network reads them, or as names
  /// such as `r1c1` to `r8c8` say it; `nil` for inputs that are no picture.
  public var pictureShape: FeatureShape? {
    if experiment.model.stages != nil { return experiment.model.shape(inputs: inputNames.count) }
    let columns = inputNames.prefix { $0.hasPrefix("r1c") }.count
    guard columns > 0, inputNames.count % columns == 0 else { return nil }
    let shape = FeatureShape(rows: inputNames.count / columns, columns: columns)
    let names = (1...shape.rows).flatMap { row in (1...columns).map { "r\(row)c\($0)" } }
    return names == inputNames ? shape : nil
  }

  /// The convolutions of the network: their names, such as `convolution1`, how many filters each has,
  /// the side of their windows, and what they read.
  public var convolutions: [(name: String, filters: Int, size: Int, reads: FeatureShape)] {
    guard var shape = pictureShape else { return [] }
    var found: [(name: String, filters: Int, size: Int, reads: FeatureShape)] = []
    for stage in experiment.model.stages ?? [] {
      if case .convolution(let filters, let size) = stage {
        found.append(("\(stage.name)\(found.count + 1)", filters, size, shape))
      }
      shape = stage.outputShape(over: shape) ?? shape
    }
    return found
  }
}
