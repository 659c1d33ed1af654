public import Datasets
internal import NeuralNetworks

extension Experiment {
  /// A network that was trained elsewhere, with examples to look at it; nothing is trained.
  ///
  /// - Parameters:
  ///   - weights: a file of trained weights, in any form that `WeightsFile.read` knows.
  ///   - layers: the layers to take, in their order; `nil` for all.
  ///   - activations: one for all hidden layers, one for each of them, or one for each layer; `nil`
  ///     for ReLU where the file says none.
  ///   - data: a CSV file.
  public init(
    named name: String, weights: String, layers: [String]? = nil, activations: [String]? = nil,
    data: String, columns: CSVColumns
  ) {
    self.init(
      name: name, seed: 42,
      data: DataDescription(
        source: .csv(path: data, columns: columns), shuffle: false, split: [1, 0, 0]),
      model: ModelDescription(
        layers: [], weights: weights, layerNames: layers, layerActivations: activations,
        activation: .relu, initialization: .uniform, isResidual: false),
      loss: nil, l2: 0, optimizer: nil, steps: 0, validateEvery: 10,
      view: ViewDescription(kind: .neurons, subject: .example(1), foldsSums: true))
  }
}
