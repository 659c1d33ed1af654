public import Autograd
public import GraphModel

/// Which neurons of a network are inactive or without effect over a set of examples, and why.
///
///     let activity = Activity(LaneSet([program], lanes: lanes, parameters: parameters))
///     for neuron in activity.neurons where neuron.verdict != .active {
///       print(neuron.site.name, neuron.verdict, neuron.reason)
///     }
///
/// Everything is exact: a zero is a zero of every bit, and effects are measured by replay. A
/// tolerance can be named, and is then said wherever it matters.
public struct Activity: Sendable {
  /// The network and the examples.
  public let lanes: LaneSet
  /// The neurons in the order in which they were recorded: all but the linear outputs.
  public let neurons: [NeuronActivity]
  /// The mean loss over the examples.
  public let loss: Double
  private let tolerance: Double

  /// Measures every neuron.
  ///
  /// - Parameters:
  ///   - tolerance: outputs and effects of this size and below count as 0.
  ///   - history: of the training, to tell since when a neuron is dead.
  ///   - measuringMeans: whether neurons are also set to their means, which no verdict needs.
  public init(
    _ lanes: LaneSet, tolerance: Double = 0, history: FiringHistory? = nil,
    measuringMeans: Bool = true
  ) {
    self.lanes = lanes
    self.tolerance = tolerance
    let sites = lanes.survey.judged[0]
    var observer = Observer(lanes, tolerance: tolerance)
    var measurements = sites.map { _ in Measurement() }
    var totals = [Double](repeating: 0, count: lanes.parameters.count)
    var lossTotal = 0.0
    observer.observe(addingTo: &totals) { loss, observations in
      lossTotal += loss
      for (neuron, observation) in observations.enumerated() {
        measurements[neuron].add(observation)
      }
    }
    loss = lossTotal / Double(lanes.lanes.count)
    let ablation = Ablation(lanes)
    let removals = ablation.effects(of: measurements.map { _ in 0 })
    for neuron in measurements.indices where !measurements[neuron].isZero {
      measurements[neuron].removal = removals[neuron]
    }
    if measuringMeans {
      let clampings = ablation.effects(of: measurements.map(\.output.mean))
      for neuron in measurements.indices {
        measurements[neuron].clampingToMean = clampings[neuron]
      }
    }
    let judge = Judge(lanes, totals, tolerance)
    neurons = measurements.indices.map { neuron in
      NeuronActivity(
        judge.facts(neuron, measurements[neuron]), deadSince: history?.death(of: neuron))
    }
  }

  /// What each neuron does in an example, which need not be of the set.
  public func readings(_ lane: Lane) -> [NeuronActivity.Reading] {
    var observer = Observer(lanes, tolerance: tolerance)
    return zip(neurons, observer.observe(lane)).map { $0.reading($1) }
  }
}
