internal import Autograd

/// Tells, for one list of parameters after the other, in what share of the examples each neuron
/// fires.
public struct FiringMeter: Sendable {
  /// The neurons, in the order in which they were recorded.
  public let names: [String]
  private let lanes: LaneSet
  private var batch: LaneBatch

  /// A meter of the neurons that have a verdict.
  public init(_ lanes: LaneSet) {
    self.lanes = lanes
    names = lanes.survey.judged[0].map(\.name)
    batch = lanes.batch
  }

  /// The share of examples in which each neuron's output is not 0.
  public mutating func fires(with parameters: [Double]) -> [Double] {
    var counts = [Int](repeating: 0, count: names.count)
    let sites = lanes.survey.judged
    batch.set(parameters)
    for table in lanes.survey.tables {
      batch.forward(table) { tile in
        for (neuron, site) in sites[tile.program].enumerated() {
          let outputs = tile.values(at: site.output)
          for place in 0..<tile.count where outputs[place] != 0 { counts[neuron] += 1 }
        }
      }
    }
    return counts.map { Double($0) / Double(lanes.lanes.count) }
  }
}
