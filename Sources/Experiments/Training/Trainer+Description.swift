internal import NeuralNetworks
internal import Refusal

/// A description whose parts do not fit together.
public struct RunDescriptionError: Error, Equatable, Sendable {
  /// What does not fit, in words.
  public let mistake: String
  /// The parameters that the model reads and the list of parameters lacks, by their names.
  public let missingParameters: [String]

  init(mistake: String, missingParameters: [String] = []) {
    self.mistake = mistake
    self.missingParameters = missingParameters
  }
}

extension Trainer {
  /// Everything but the steps.
  public var description: RunDescription {
    let network = objective.network
    return RunDescription(
      experiment: experiment, split: split, inputNames: inputNames, classNames: classNames,
      targetNames: network.task.targetNames, layers: layers, activations: activations, loss: loss,
      programs: network.programs, penalty: network.penalty)
  }

  /// The run that is described, before its first step.
  ///
  /// - Throws: ``RunDescriptionError`` if the parts do not fit together.
  public init(_ description: RunDescription) throws(RunDescriptionError) {
    if let mistake = description.mistake { throw RunDescriptionError(mistake: mistake) }
    let network = Network(description)
    do {
      try self.init(description, network)
    } catch {
      throw RunDescriptionError(mistake: "a view of an example that is not there")
    }
  }

  /// The names of the rows of the optimiser's state.
  public var optimizerStateNames: [String] { type(of: optimizer).stateNames }

  /// Where the run stands.
  public var state: TrainingState {
    TrainingState(
      steps: number, parameters: parameters, optimizer: optimizer.state(count: parameters.count))
  }

  /// Looks at the network with other parameters; the steps to come start from them.
  ///
  /// - Precondition: as many as the network has.
  public mutating func use(_ parameters: [Double]) {
    require(parameters.count == self.parameters.count, "these are another network's")
    self.parameters = parameters
  }

  /// Goes on from another place of the same run, as if it had just been reached.
  ///
  /// - Precondition: as many parameters as the network has, and the rows of its optimiser.
  public mutating func restore(_ state: TrainingState) {
    require(
      state.parameters.count == parameters.count
        && state.optimizer.rows.map(\.name) == optimizerStateNames
        && state.optimizer.rows.allSatisfy { $0.numbers.count == parameters.count },
      "this is the state of another network")
    number = state.steps
    parameters = state.parameters
    optimizer.restore(state.optimizer)
  }
}
