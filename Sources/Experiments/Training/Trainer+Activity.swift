public import Activity
public import Autograd
public import Datasets
public import GraphModel
internal import Tracing

extension Trainer {
  /// The network with these parameters and the examples that its neurons are judged by.
  public func laneSet(_ parameters: [Double], over examples: [Example]) -> LaneSet {
    if let known = laneSets.made(for: examples) { return known.with(parameters) }
    let network = objective.network
    let made = LaneSet(
      network.programs, lanes: examples.map(network.lane), parameters: parameters,
      prediction: { network.task.prediction($0) }, hasLoss: network.task.loss != .unknown)
    return laneSets.keep(made, for: examples)
  }

  /// Every value of an example, with these parameters, and nothing said of neurons.
  public mutating func valueGraph(of example: Example, _ parameters: [Double]) -> Graph {
    let replay = replay(example, parameters)
    let program = lane(example).program
    if let known = graphs.made(for: program) { return known.with(replay) }
    return graphs.keep(Graph(replay, name: experiment.name), for: program)
  }

  /// The example as it runs through the network's programs.
  public func lane(_ example: Example) -> Lane { objective.network.lane(example) }

  /// How probable each output is, as the loss reads it; `nil` where it reads no probabilities.
  public func probabilities(_ outputs: [Double]) -> [Double]? {
    objective.network.task.probabilities(outputs)
  }
}

extension Trainer {
  /// The largest difference of any output between this network, with these parameters, and another
  /// one as it is; `inf` where one is no number and the other is.
  public func largestDifference(
    _ parameters: [Double], to other: Trainer, over examples: [Example]
  ) -> Double {
    var (own, its) = (objective, other.objective)
    return examples.reduce(0) { largest, example in
      let pairs = zip(own.outputs(example, parameters), its.outputs(example, other.parameters))
      return pairs.reduce(largest) { largest, pair in
        if pair.0 == pair.1 || (pair.0.isNaN && pair.1.isNaN) { return largest }
        let difference = abs(pair.0 - pair.1)
        return max(largest, difference.isNaN ? .infinity : difference)
      }
    }
  }
}
