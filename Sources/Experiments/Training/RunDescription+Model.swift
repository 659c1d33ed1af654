internal import Activity
public import Autograd
public import Datasets
internal import NeuralNetworks

extension RunDescription {
  /// A run whose steps are taken by code of its own.
  ///
  /// - Parameters:
  ///   - name: what the run is called.
  ///   - data: the examples; all count as training examples.
  ///   - parameters: on the thread's current tape, made with `Value.parameter`.
  ///   - loss: how wrong an output is.
  ///   - model: computes the outputs from the inputs; it is run to record the network, and what it
  ///     records is forgotten again.
  /// - Throws: ``RunDescriptionError`` if outputs, loss and examples do not fit together.
  public init(
    named name: String, data: Dataset, parameters: [Value], loss: LossKind,
    model: ([Value]) -> [Value]
  ) throws(RunDescriptionError) {
    let start = Tape.current.position
    let outputCount =
      data.areTexts
      ? data.classNames.count : model(data.inputNames.map { Value(0, named: $0) }).count
    Tape.current.reset(to: start)
    let task = Task(loss, outputCount: outputCount, data)
    if let mistake = task.outputMistake {
      throw RunDescriptionError(
        mistake: "\(outputCount) outputs for \(loss.rawValue) instead of \(mistake)")
    }
    programs = Network.programs(task, data.inputNames, parameters, model)
    penalty = nil
    split = Split(data.examples, train: 1, validation: 0)
    (inputNames, classNames, targetNames) = (data.inputNames, data.classNames, data.targetNames)
    self.loss = loss
    let neurons = programs[0].neurons()
    let sizes = Set(neurons.map(\.layer)).sorted().map { layer in
      neurons.filter { $0.layer == layer }
    }
    // Layers that the neurons do not tell are one layer of outputs.
    let isLayered = sizes.last?.count == outputCount
    let layers = isLayered ? sizes.map(\.count) : [outputCount]
    activations = layers.indices.map { index in
      let op = isLayered ? sizes[index][0].activation : nil
      return op.flatMap { Activation(rawValue: $0.name) } ?? .linear
    }
    self.layers = layers
    experiment = Experiment(
      name: name, seed: 0, data: DataDescription(source: .given, shuffle: false, split: [1, 0, 0]),
      model: ModelDescription(
        layers: layers, weights: nil, activation: .linear, initialization: .uniform,
        isResidual: false),
      loss: loss, l2: 0, optimizer: nil, steps: 0, validateEvery: 10,
      view: ViewDescription(kind: .neurons, subject: .example(1), foldsSums: true))
    if let mistake {
      let first = programs[0]
      let missing = first.program.leaves(.parameter).filter { !first.parameters.contains($0) }
      throw RunDescriptionError(
        mistake: mistake, missingParameters: missing.map(first.program.label))
    }
  }
}
