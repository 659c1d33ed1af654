internal import Activity
public import Experiments
public import GraphModel

extension Trainer {
  /// Takes the steps before `step`, or all of them, and tells in how many examples each neuron
  /// fired in each.
  ///
  /// - Parameter step: the step whose parameters are wanted, before its update, counted from 1;
  ///   `nil` for the network after the last update.
  public mutating func train(
    to step: Int? = nil, reporting report: (Step) -> Void = { _ in }
  ) -> (state: NetworkState, history: FiringHistory) {
    var meter = FiringMeter(laneSet(parameters, over: split.train))
    var history = FiringHistory(names: meter.names)
    while let next = next() {
      report(next)
      history.add(
        step: next.number, loss: next.loss, fires: meter.fires(with: next.parameters))
      if next.number == step { return (NetworkState(next), history) }
    }
    let state = currentState()
    history.add(step: nil, loss: state.loss, fires: meter.fires(with: state.parameters))
    return (state, history)
  }
}
