public import Datasets
public import NeuralNetworks

extension Experiment {
  /// A network that was trained elsewhere, with examples to look at it; nothing is trained.
  ///
  /// - Parameters:
  ///   - weights: a file of trained weights: `.safetensors`, or `.json` in our form.
  ///   - activation: of the hidden layers, where the file says none.
  ///   - data: a CSV file.
  public init(
    named name: String, weights: String, activation: Activation, data: String,
    columns: CSVColumns
  ) {
    self.init(
      name: name, seed: 42,
      data: DataDescription(
        source: .csv(path: data, columns: columns), shuffle: false, split: [1, 0, 0]),
      model: ModelDescription(
        layers: [], weights: weights, activation: activation, initialization: .uniform,
        isResidual: false),
      loss: nil, l2: 0, optimizer: nil, steps: 0, validateEvery: 10,
      view: ViewDescription(kind: .neurons, subject: .example(1), foldsSums: true))
  }
}
