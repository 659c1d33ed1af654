internal import Activity
public import Experiments
public import GraphModel

extension Trainer {
  /// Takes the steps before `step`, or all of them, and tells in how many examples each neuron
  /// fired in each.
  ///
  /// - Parameter step: the step whose parameters are wanted, before its update, counted from 1;
  ///   `nil` for the network after the last update.
  /// - Parameter measuringFiring: whether it is told how often neurons fired; else the history is
  ///   empty.
  public mutating func train(
    to step: Int? = nil, measuringFiring: Bool = true, reporting report: (Step) -> Void = { _ in }
  ) -> (state: NetworkState, history: FiringHistory) {
    var meter =
      measuringFiring ? FiringMeter(laneSet(parameters, over: split.train)) : nil
    var history = meter?.emptyHistory ?? FiringHistory(names: [])
    func add(_ step: Int?, _ loss: Double, _ parameters: [Double]) {
      guard let fires = meter?.fires(with: parameters) else { return }
      history.add(step: step, loss: loss, fires: fires)
    }
    while let next = next() {
      report(next)
      add(next.number, next.loss, next.parameters)
      if next.number == step { return (NetworkState(next), history) }
    }
    let state = currentState()
    add(nil, state.loss, state.parameters)
    return (state, history)
  }
}
