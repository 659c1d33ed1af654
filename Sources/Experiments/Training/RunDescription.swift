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
  /// The network with its loss: one program, with the cross-entropy of plain layers one for each
  /// class, or with texts one for each length.
  public var programs: [ExampleProgram]
  /// The L2 penalty over the parameters, if there is one.
  public var penalty: ExampleProgram?
}

extension RunDescription {
  /// How many parameters the network has.
  public var parameterCount: Int { programs.first?.parameters.count ?? 0 }

  var task: Task {
    Task(
      loss, experiment.lossForm, outputCount: layers.last ?? 0,
      Dataset(
        inputNames: inputNames, classNames: classNames, targetNames: targetNames,
        examples: split.train + split.validation + split.test),
      takesClassAsTargets: programs.count == 1 && programs[0].targets.count == layers.last)
  }
}
