internal import Autograd
internal import Refusal

/// What is found out once about the programs of a network and the examples it is judged by, whatever
/// the parameters are.
final class Survey: Sendable {
  /// All neurons as they stand in each program; the same ones in the same order.
  let sites: [[NeuronSite]]
  /// Those that have a verdict.
  let judged: [[NeuronSite]]
  /// Where outputs of neurons go, in the first program.
  let outgoing: Outgoing
  /// The compiled programs, from which every number of a neuron can be read.
  let batch: LaneBatch
  /// The examples in their order, some thousands in each table.
  let tables: [LaneTable]
  /// What each judged neuron's outputs are used for, by program.
  let replacements: [[LaneReplacement]]
  /// The smallest and largest number of each input.
  let inputs: [Extent]

  /// What is drawn where.
  var map: NetworkMap { NetworkMap(programs, sites) }
  private let programs: [ExampleProgram]

  private static let tableLength = 4_096

  init(_ programs: [ExampleProgram], _ lanes: [Lane]) {
    self.programs = programs
    sites = programs.map { $0.neurons() }
    judged = sites.map { $0.filter(\.isJudged) }
    require(
      judged.allSatisfy { [names = judged[0].map(\.name)] in $0.map(\.name) == names },
      "the programs of one network should have the same neurons")
    outgoing = Outgoing(programs[0], sites[0])
    let kept = sites.map { sites in
      sites.flatMap(\.instances).flatMap {
        [$0.preactivation, $0.output] + $0.weights.map(\.input)
      }
    }
    let batch = LaneBatch(programs, keeping: kept)
    self.batch = batch
    tables = stride(from: 0, to: lanes.count, by: Self.tableLength).map { start in
      LaneTable(Array(lanes[start..<min(start + Self.tableLength, lanes.count)]))
    }
    replacements = judged.enumerated().map { program, sites in
      sites.map { batch.replacement(at: $0.outputs, program: program) }
    }
    inputs = (0..<(programs.map(\.inputs.count).max() ?? 0)).map { index in
      var extent = Extent()
      for lane in lanes where index < lane.inputs.count { extent.add(lane.inputs[index]) }
      return extent
    }
  }
}
