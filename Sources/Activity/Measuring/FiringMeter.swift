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
  /// where a neuron has several; `nan` where an output is.
  public mutating func fires(with parameters: [Double]) -> [Double] {
    instanceCounts(with: parameters).map { instances in
      instances.reduce(into: FiringCounts()) { $0.add($1) }.share
    }
  }

  /// The share of examples in which each instance of each neuron fires, of those that have it.
  public mutating func instanceFires(with parameters: [Double]) -> [[Double]] {
    instanceCounts(with: parameters).map { $0.map(\.share) }
  }

  /// The share of outputs of each neuron that are not 0, of those in each of `count` groups; `nil`
  /// where a group has none.
  ///
  /// - Parameter group: to which group an instance in a lane belongs, by their numbers; `nil` for
  ///   none. Instances count in the order in which they were recorded.
  public mutating func fires(
    with parameters: [Double], groups count: Int, _ group: (_ lane: Int, _ instance: Int) -> Int?
  ) -> [[Double?]] {
    var counts = names.map { _ in [FiringCounts](repeating: FiringCounts(), count: count) }
    visit(parameters) { neuron, instance, lane, output in
      guard let group = group(lane, instance) else { return }
      counts[neuron][group].add(output)
    }
    return counts.map { $0.map { $0.all == 0 ? nil : $0.share } }
  }

  /// Tells every output in every lane.
  private mutating func visit(
    _ parameters: [Double], _ see: (_ neuron: Int, _ instance: Int, _ lane: Int, Double) -> Void
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
              see(neuron, index, first + tile.lane(place), outputs[place])
            }
          }
        }
      }
      first += table.count
    }
  }

  private mutating func instanceCounts(with parameters: [Double]) -> [[FiringCounts]] {
    let sites = lanes.survey.judged
    var counts = names.indices.map { neuron in
      [FiringCounts](
        repeating: FiringCounts(), count: sites.map { $0[neuron].instances.count }.max() ?? 0)
    }
    visit(parameters) { neuron, instance, _, output in counts[neuron][instance].add(output) }
    return counts
  }
}

/// How many outputs there are, and how many of them are not 0.
private struct FiringCounts {
  private var firing = 0
  private var notANumber = 0
  private(set) var all = 0

  /// `nan` where an output is: such a one neither fires nor is off.
  var share: Double { notANumber > 0 ? .nan : Double(firing) / Double(all) }

  mutating func add(_ output: Double) {
    firing += output != 0 ? 1 : 0
    notANumber += output.isNaN ? 1 : 0
    all += 1
  }

  mutating func add(_ other: FiringCounts) {
    firing += other.firing
    notANumber += other.notANumber
    all += other.all
  }
}
