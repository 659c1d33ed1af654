internal import Autograd

/// A proof of which neurons cannot fire: what every value can be when each input lies between the
/// smallest and the largest that the examples have.
struct Certificate {
  private let intervals: [Interval]

  /// The judged neurons that cannot fire in any of the programs.
  static func neurons(_ lanes: LaneSet) -> Set<Int> {
    let judged = lanes.survey.judged
    var certified = Set(judged[0].indices)
    for (program, sites) in zip(lanes.programs, judged) where !certified.isEmpty {
      let certificate = Certificate(program, lanes)
      certified = certified.filter { certificate.cannotFire(sites[$0]) }
    }
    return certified
  }

  private init(_ program: ExampleProgram, _ lanes: LaneSet) {
    var intervals = program.program.data.map(Interval.init)
    for (position, number) in zip(program.parameters, lanes.parameters) {
      intervals[position] = Interval(number)
    }
    for (index, position) in program.inputs.enumerated() {
      // `unknown` where one is no number.
      let extent = lanes.survey.inputs[index]
      intervals[position] = Interval(extent.lowest, extent.highest)
    }
    for position in program.targets { intervals[position] = .unknown }
    for (node, instruction) in program.program.instructions.enumerated()
    where instruction.op.arity > 0 {
      intervals[node] =
        instruction.op.takesArguments
        ? .logSumExp(instruction.operands.map { intervals[$0] })
        : instruction.op.evaluate(intervals[instruction.x], intervals[instruction.y])
    }
    self.intervals = intervals
  }

  /// Whether the neuron's pre-activation is 0 at the most at every instance, so that a ReLU stays
  /// off.
  private func cannotFire(_ site: NeuronSite) -> Bool {
    site.activation == .relu
      && site.instances.allSatisfy { intervals[$0.preactivation].high <= 0 }
  }
}
