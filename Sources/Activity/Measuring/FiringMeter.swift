internal import Autograd

/// Tells, for one list of parameters after the other, in what share of the examples each neuron
/// fires.
public struct FiringMeter: Sendable {
  /// The neurons, in the order in which they were recorded.
  public let names: [String]
  private let lanes: LaneSet
  private let outputs: [[Int]]
  private var runner: LaneRunner

  /// A meter of the neurons that have a verdict.
  public init(_ lanes: LaneSet) {
    self.lanes = lanes
    let sites = lanes.programs.map { $0.neurons().filter(\.isJudged) }
    names = sites[0].map(\.name)
    outputs = sites.map { $0.map(\.output) }
    runner = lanes.runner
  }

  /// The share of examples in which each neuron's output is not 0.
  public mutating func fires(with parameters: [Double]) -> [Double] {
    var counts = [Int](repeating: 0, count: names.count)
    runner.set(parameters)
    for lane in lanes.lanes {
      runner.forward(lane)
      for (neuron, position) in outputs[lane.program].enumerated()
      where runner.value(at: position) != 0 { counts[neuron] += 1 }
    }
    return counts.map { Double($0) / Double(lanes.lanes.count) }
  }
}
