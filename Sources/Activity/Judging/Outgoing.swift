internal import Autograd

/// Where the outputs of neurons go.
struct Outgoing {
  private var weights: [Int: [Int]] = [:]
  private var hasOtherUse: Set<Int> = []
  private let reaching: [Bool]

  init(_ source: ExampleProgram, _ sites: [NeuronSite]) {
    let program = source.program
    for weight in sites.flatMap(\.weights) {
      weights[weight.input, default: []].append(weight.parameter)
    }
    var uses: [Int: Int] = [:]
    for operand in program.instructions.flatMap(\.operands) { uses[operand, default: 0] += 1 }
    for output in Set(sites.map(\.output))
    where uses[output, default: 0] > weights[output, default: []].count {
      hasOtherUse.insert(output)
    }
    hasOtherUse.formUnion(source.outputs)
    var reaching = [Bool](repeating: false, count: program.instructions.count)
    for output in source.outputs { reaching[output] = true }
    for (node, instruction) in program.instructions.enumerated().reversed() where reaching[node] {
      for operand in instruction.operands { reaching[operand] = true }
    }
    self.reaching = reaching
  }

  /// Whether a path leads from the neuron to an output of the network.
  func reachesOutput(_ site: NeuronSite) -> Bool { reaching[site.output] }

  /// The positions of the weights that multiply the neuron's output; `nil` if it is also used in
  /// another way.
  func weights(of site: NeuronSite) -> [Int]? {
    hasOtherUse.contains(site.output) ? nil : weights[site.output, default: []]
  }
}
