internal import Activity
public import Autograd
public import Datasets
internal import GraphModel
public import NeuralNetworks
internal import Randomness

/// An experiment in progress.
///
///     var trainer = try Trainer(experiment, directory: "Samples")
///     while let step = trainer.next() { print(step.number, step.loss) }
public struct Trainer: Sendable {
  /// What one step saw before it moved the parameters.
  public struct Step: Sendable {
    /// Counted from 1.
    public let number: Int
    /// The training loss, with the penalty: of all examples, or of the step's batch.
    public let loss: Double
    /// The share of training examples predicted right; `nil` where a number is predicted.
    public let accuracy: Double?
    /// The validation loss, in the steps in which it is computed.
    public let validationLoss: Double?
    /// The parameters that gave these losses.
    public let parameters: [Double]
    /// The gradient of the training loss with respect to each parameter.
    public let gradients: [Double]
    /// What the optimiser remembered before the step.
    public let optimizer: OptimizerState
    /// How far the step goes.
    public let learningRate: Double
    /// The size of the largest logit where cross-entropy is spelled out, which is right up to
    /// `Loss.spelledLimit`; else `nil`.
    public let largestLogit: Double?
  }

  /// What is being done.
  public let experiment: Experiment
  /// The examples, in their three parts.
  public let split: Split
  /// What the inputs are called.
  public let inputNames: [String]
  /// What the classes are called.
  public let classNames: [String]
  /// The number of neurons of each layer, the outputs last.
  public private(set) var layers: [Int]
  /// The activation of each layer.
  public private(set) var activations: [Activation]
  /// How wrong an output is.
  public let loss: LossKind
  /// How the network was read, if it was trained elsewhere and read from its file now.
  public private(set) var trained: TrainedNetwork?
  /// The example that the experiment's view names.
  public private(set) var probe: Probe
  /// The parameters as they are now.
  public internal(set) var parameters: [Double]
  var objective: Objective
  var optimizer: any Optimizer
  private var gradients: [Double]
  let training: ExampleTable
  private let validation: ExampleTable
  private(set) var laneSets = LastMade<[Example], LaneSet>()
  private(set) var graphs = LastMade<Int, Graph>()
  var number = 0

  /// Makes the data and the model.
  ///
  /// - Parameters:
  ///   - directory: where relative paths in the experiment start.
  ///   - table: the table that the data name, if it has been read; else its file is.
  /// - Throws: ``ExperimentError`` for a table that cannot be read, or parts that do not fit.
  public init(
    _ experiment: Experiment, directory: String = ".", table: CSVTable? = nil
  ) throws(ExperimentError) {
    var random = Xorshift64Star(seed: experiment.seed)
    var trained = try experiment.model.trained(in: directory, inputs: experiment.data.inputCount)
    let dataset = try experiment.data.load(
      from: directory, table: table,
      outputs: trained?.outputCount ?? experiment.model.layers.last, random: &random)
    let task = Task(
      experiment.loss ?? trained?.usualLoss(hasClasses: !dataset.classNames.isEmpty),
      experiment.lossForm,
      outputCount: NetworkPlan.outputCount(experiment.model, trained, over: dataset), dataset,
      takesClassAsTargets: experiment.model.stages != nil)
    try trained?.fold(into: task.loss)
    let plan = NetworkPlan(experiment.model, trained, over: dataset)
    try experiment.check(plan, task, dataset)
    let shares = experiment.data.split
    let split = Split(dataset.examples, train: shares[0], validation: shares[1])
    guard !split.train.isEmpty else {
      throw ExperimentError(
        place: .file(line: 1, column: 1),
        problem: .noTrainingExamples(count: dataset.examples.count))
    }
    let inputNames = plan.inputNames(dataset)
    let network = Network(
      plan, inputNames: inputNames, task: task, l2: experiment.l2, random: &random)
    let description = RunDescription(
      experiment: experiment, split: split, inputNames: inputNames,
      classNames: dataset.classNames, targetNames: dataset.targetNames, layers: plan.sizes,
      activations: plan.activations, loss: task.loss, programs: network.programs,
      penalty: network.penalty)
    try self.init(description, network)
    self.trained = trained
  }

  init(_ description: RunDescription, _ network: Network) throws(ExperimentError) {
    experiment = description.experiment
    split = description.split
    inputNames = description.inputNames
    classNames = description.classNames
    layers = description.layers
    activations = description.activations
    loss = description.loss
    parameters = network.initialParameters
    gradients = Array(repeating: 0, count: parameters.count)
    objective = Objective(network, experiment.arithmetic, experiment.reduction)
    training = ExampleTable(split.train, network)
    validation = ExampleTable(split.validation, network)
    optimizer = experiment.optimizer?.makeOptimizer(experiment.arithmetic) ?? SGD(learningRate: 0)
    probe = Probe(example: split.train[0], isPredicted: false)
    probe = try probe(experiment.view.subject)
  }

  /// Goes on with another network, as if there were no steps left.
  mutating func adopt(_ network: Network, _ plan: NetworkPlan) {
    layers = plan.sizes
    activations = plan.activations
    parameters = network.initialParameters
    gradients = Array(repeating: 0, count: parameters.count)
    objective = Objective(network, experiment.arithmetic, experiment.reduction)
    laneSets = LastMade()
    graphs = LastMade()
    number = experiment.steps
  }

  /// What a step sees, counted from 1.
  private func examples(of step: Int) -> ExampleTable {
    guard let size = experiment.batch, size < split.train.count else { return training }
    let first = (step - 1) * size
    let batch = (first..<first + size).map { split.train[$0 % split.train.count] }
    return ExampleTable(batch, objective.network)
  }

  /// Takes the next step; `nil` after the last.
  public mutating func next() -> Step? {
    guard number < experiment.steps, let rule = experiment.optimizer else { return nil }
    number += 1
    let isValidated = (number - 1) % experiment.validateEvery == 0 && !split.validation.isEmpty
    let validationLoss =
      isValidated ? objective.loss(over: validation, parameters).loss : nil
    let (loss, accuracy) = objective.loss(
      over: examples(of: number), parameters, gradients: &gradients)
    rule.prepare(&optimizer, step: number, of: experiment.steps)
    let step = Step(
      number: number, loss: loss, accuracy: accuracy, validationLoss: validationLoss,
      parameters: parameters, gradients: gradients,
      optimizer: optimizer.state(count: parameters.count), learningRate: optimizer.learningRate,
      largestLogit: objective.largestOutput)
    optimizer.update(&parameters, gradients: gradients)
    return step
  }

  /// The loss over `examples` and the share of right predictions, with these parameters.
  public mutating func evaluate(
    _ examples: [Example], _ parameters: [Double]
  ) -> (loss: Double, accuracy: Double?) {
    objective.loss(over: ExampleTable(examples, objective.network), parameters)
  }

  /// The size of the largest logit over the training examples, with these parameters, where
  /// cross-entropy is spelled out; else `nil`.
  public mutating func largestLogit(_ parameters: [Double]) -> Double? {
    guard objective.largestOutput != nil else { return nil }
    _ = objective.loss(over: training, parameters)
    return objective.largestOutput
  }

  /// The training loss, with the penalty, that other parameters would give.
  public mutating func trainingLoss(_ parameters: [Double]) -> Double {
    objective.loss(over: training, parameters).loss
  }

  /// The program of an example with these parameters: its loss alone, forward and backward.
  public mutating func replay(_ example: Example, _ parameters: [Double]) -> Replay {
    objective.replay(example, parameters)
  }
}
