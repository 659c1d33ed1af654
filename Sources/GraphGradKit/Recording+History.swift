internal import Activity
internal import Experiments
public import GraphModel
public import Recordings

extension Recording {
  /// The place in ``steps`` of a step, counted from 1, or of the last one; `nil` if it is not
  /// recorded.
  public func index(of number: Int?) -> Int? {
    guard let number else { return steps.indices.last }
    return steps.prefix(stepCount).firstIndex { $0.number == number }
  }

  /// The network at the recorded step of this place in ``steps``.
  public func state(at index: Int) -> NetworkState {
    let step = steps[index]
    return NetworkState(
      step: isFinished && index == steps.count - 1 ? nil : step.number, loss: step.loss,
      parameters: step.state.parameters)
  }

  /// In what share of the training examples each neuron fires, up to this place in ``steps``.
  ///
  /// - Throws: ``RecordingError`` if the parts of the recording do not fit together.
  public func history(to index: Int) throws(RecordingError) -> FiringHistory {
    let trainer = try trainer()
    let meter = FiringMeter(trainer.laneSet(trainer.parameters, over: trainer.split.train))
    var history = meter.emptyHistory
    let states = steps.indices.prefix(index + 1).map(state)
    let fires = states.mapOnCores(with: meter) { meter, state in
      meter.fires(with: state.parameters)
    }
    for (index, (state, fires)) in zip(states, fires).enumerated() {
      history.add(
        step: state.step, number: steps[index].number, loss: state.loss, fires: fires)
    }
    return history
  }
}
