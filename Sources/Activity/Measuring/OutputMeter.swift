internal import Autograd

/// Tells what each neuron gives on in every example.
public struct OutputMeter: Sendable {
  /// The neurons that have a verdict, in the order in which they were recorded.
  public let names: [String]
  private let lanes: LaneSet

  /// A meter of the neurons that have a verdict.
  public init(_ lanes: LaneSet) {
    self.lanes = lanes
    names = lanes.survey.judged[0].map(\.name)
  }

  /// Of each neuron its outputs, at all its places, in no order that means anything.
  public func outputs() -> [[Double]] {
    var outputs = [[Double]](repeating: [], count: names.count)
    var batch = lanes.batch
    let sites = lanes.survey.judged
    for table in lanes.survey.tables {
      batch.forward(table) { tile in
        for (neuron, site) in sites[tile.program].enumerated() {
          for output in site.outputs {
            let numbers = tile.values(at: output)
            for place in 0..<tile.count { outputs[neuron].append(numbers[place]) }
          }
        }
      }
    }
    return outputs
  }
}
