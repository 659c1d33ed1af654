internal import Autograd
internal import Datasets
internal import NeuralNetworks
internal import Randomness

extension RunDescription {
  /// Whether the programs follow from the rest, so that a file need not hold them: those of a
  /// character model, one for each length of a text, would be many times larger than all its steps.
  public var hasDerivedPrograms: Bool {
    experiment.model.gpt != nil && experiment.data.source != .given
  }

  /// The description as a file holds it: without programs that follow from the rest.
  public var withoutDerivedPrograms: RunDescription {
    guard hasDerivedPrograms else { return self }
    var result = self
    (result.programs, result.penalty) = ([], nil)
    return result
  }

  /// The description with the programs that ``withoutDerivedPrograms`` left out, recorded again.
  ///
  /// - Throws: ``RunDescriptionError`` if there can be no such model.
  public func withDerivedPrograms() throws(RunDescriptionError) -> RunDescription {
    guard hasDerivedPrograms, let gpt = experiment.model.gpt else { return self }
    if let mistake = experiment.mistake { throw RunDescriptionError(mistake: mistake) }
    guard task.readsText, split.train.allSatisfy({ fits($0, task) }) else {
      throw RunDescriptionError(mistake: "a model of texts without texts")
    }
    let shape = gpt.shape(tokens: classNames.count, longest: inputNames.count)
    if let mistake = shape.mistake { throw RunDescriptionError(mistake: mistake) }
    guard shape.context == inputNames.count, shape.isWithinLimits else {
      throw RunDescriptionError(mistake: "a model of another size than the rest says")
    }
    var random = Xorshift64Star(seed: max(experiment.seed, 1))
    let network = Network(
      NetworkPlan(experiment.model, shape, tokens: classNames), inputNames: inputNames, task: task,
      l2: experiment.l2,
      random: &random)
    var result = self
    (result.programs, result.penalty) = (network.programs, network.penalty)
    return result
  }
}
