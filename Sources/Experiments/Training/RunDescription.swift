internal import Activity
public import Autograd
public import Datasets
public import NeuralNetworks

/// Everything of a training run but its steps: what is trained, on which examples, and how.
public struct RunDescription: Codable, Sendable {
  /// What is done.
  public var experiment: Experiment
  /// The examples, in their three parts.
  public var split: Split
  /// What the inputs are called.
  public var inputNames: [String]
  /// What the classes are called; empty when numbers are predicted.
  public var classNames: [String]
  /// What the numbers to predict are called; empty when classes are.
  public var targetNames: [String]
  /// The number of neurons of each layer, the outputs last.
  public var layers: [Int]
  /// The activation of each layer.
  public var activations: [Activation]
  /// How wrong an output is.
  public var loss: LossKind
  /// The network with its loss: one program, or with the cross-entropy of plain layers one for
  /// each class.
  public var programs: [ExampleProgram]
  /// The L2 penalty over the parameters, if there is one.
  public var penalty: ExampleProgram?
}

extension RunDescription {
  /// How many parameters the network has.
  public var parameterCount: Int { programs.first?.parameters.count ?? 0 }

  var task: Task {
    Task(
      loss, outputCount: layers.last ?? 0,
      Dataset(
        inputNames: inputNames, classNames: classNames, targetNames: targetNames,
        examples: split.train + split.validation + split.test),
      takesClassAsTargets: programs.count == 1 && programs[0].targets.count == layers.last)
  }

  /// What does not fit together, in words; `nil` if everything does.
  var mistake: String? {
    guard let first = programs.first, !split.train.isEmpty else { return "no program or example" }
    if experiment.steps < 0 || experiment.validateEvery < 1 { return "a number of steps below 0" }
    if let optimizer = experiment.optimizer, optimizer.betas.count != 2 {
      return "an optimizer without its two betas"
    }
    let wanted = task.hasProgramOfEachClass ? classNames.count : 1
    if programs.count != wanted { return "\(programs.count) programs instead of \(wanted)" }
    let targets = task.hasProgramOfEachClass ? 0 : layers.last ?? 0
    let isSame = programs.allSatisfy {
      $0.inputs.count == inputNames.count && $0.parameters.count == first.parameters.count
        && $0.outputs.count == layers.last && $0.targets.count == targets
    }
    if !isSame || layers.contains(where: { $0 < 1 }) || layers.count != activations.count {
      return "programs with other inputs, targets, parameters or outputs"
    }
    if task.outputMistake != nil { return "outputs that do not fit the loss" }
    if let penalty, penalty.parameters.count != first.parameters.count {
      return "a penalty over other parameters"
    }
    let neurons = programs.map { $0.neurons().map(\.name) }
    if neurons.contains(where: { $0 != neurons[0] }) { return "programs of other neurons" }
    let examples = split.train + split.validation + split.test
    return examples.allSatisfy(fits) ? nil : "an example that does not fit the network"
  }

  private func fits(_ example: Example) -> Bool {
    guard example.inputs.count == inputNames.count else { return false }
    switch example.target {
    case .label(let label): return classNames.indices.contains(label)
    case .numbers(let numbers): return classNames.isEmpty && numbers.count == layers.last
    }
  }
}
