internal import Autograd
public import GraphModel

/// Tells, for one list of parameters after the other, how often each neuron fires.
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

  /// The history of these neurons before anything was seen of them.
  public var emptyHistory: FiringHistory {
    FiringHistory(
      names: names,
      withSeveralPlaces: Set(
        names.indices.filter { neuron in
          lanes.survey.judged.contains { $0[neuron].instances.count > 1 }
        }))
  }

  /// The share of outputs of each neuron that are not 0: of the examples, and of all instances
  /// where a neuron has several.
  public mutating func fires(with parameters: [Double]) -> [Double] {
    instanceCounts(with: parameters).map { instances in
      let all = instances.reduce((0, 0)) { ($0.0 + $1.firing, $0.1 + $1.all) }
      return Double(all.0) / Double(all.1)
    }
  }

  /// The share of examples in which each instance of each neuron fires, of those that have it.
  public mutating func instanceFires(with parameters: [Double]) -> [[Double]] {
    instanceCounts(with: parameters).map { $0.map { Double($0.firing) / Double($0.all) } }
  }

  /// The share of outputs of each neuron that are not 0, of those in each of `count` groups; `nil`
  /// where a group has none.
  ///
  /// - Parameter group: to which group an instance in a lane belongs, by their numbers; `nil` for
  ///   none. Instances count in the order in which they were recorded.
  public mutating func fires(
    with parameters: [Double], groups count: Int, _ group: (_ lane: Int, _ instance: Int) -> Int?
  ) -> [[Double?]] {
    var counts = names.map { _ in [Counts](repeating: (0, 0), count: count) }
    visit(parameters) { neuron, instance, lane, isFiring in
      guard let group = group(lane, instance) else { return }
      counts[neuron][group].firing += isFiring ? 1 : 0
      counts[neuron][group].all += 1
    }
    return counts.map { $0.map { $0.all == 0 ? nil : Double($0.firing) / Double($0.all) } }
  }

  /// Tells of every output in every lane whether it is not 0.
  private mutating func visit(
    _ parameters: [Double], _ see: (_ neuron: Int, _ instance: Int, _ lane: Int, Bool) -> Void
  ) {
    let sites = lanes.survey.judged
    batch.set(parameters)
    var first = 0
    for table in lanes.survey.tables {
      batch.forward(table) { tile in
        for (neuron, site) in sites[tile.program].enumerated() {
          for (index, instance) in site.instances.enumerated() {
            let outputs = tile.values(at: instance.output)
            for place in 0..<tile.count {
              see(neuron, index, first + tile.lane(place), outputs[place] != 0)
            }
          }
        }
      }
      first += table.count
    }
  }

  private typealias Counts = (firing: Int, all: Int)

  private mutating func instanceCounts(with parameters: [Double]) -> [[Counts]] {
    let sites = lanes.survey.judged
    var counts = names.indices.map { neuron in
      [Counts](repeating: (0, 0), count: sites.map { $0[neuron].instances.count }.max() ?? 0)
    }
    visit(parameters) { neuron, instance, _, isFiring in
      counts[neuron][instance].firing += isFiring ? 1 : 0
      counts[neuron][instance].all += 1
    }
    return counts
  }
}
