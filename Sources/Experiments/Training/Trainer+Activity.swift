public import Activity
public import Autograd
public import Datasets

extension Trainer {
  /// The network with these parameters and the examples that its neurons are judged by.
  public func laneSet(_ parameters: [Double], over examples: [Example]) -> LaneSet {
    let network = objective.network
    return LaneSet(
      network.programs, lanes: examples.map(network.lane), parameters: parameters,
      prediction: { network.task.prediction($0) })
  }

  /// The example as it runs through the network's programs.
  public func lane(_ example: Example) -> Lane { objective.network.lane(example) }

  /// How probable each output is, as the loss reads it; `nil` where it reads no probabilities.
  public func probabilities(_ outputs: [Double]) -> [Double]? {
    objective.network.task.probabilities(outputs)
  }
}
