internal import Autograd

/// Where the outputs of neurons go.
///
/// The largest of several outputs of one neuron, as max-pooling takes it, still counts as its
/// output: it is 0 if they are.
struct Outgoing {
  /// Of each position that holds an output, which neuron's it is.
  private var owners: [Int: Int] = [:]
  /// Of each neuron the positions of the weights that multiply its outputs, each once.
  private var weights: [[Int]]
  private var hasOtherUse: Set<Int> = []
  private let reaching: [Bool]

  init(_ source: ExampleProgram, _ sites: [NeuronSite]) {
    let program = source.program
    weights = sites.map { _ in [] }
    for (neuron, site) in sites.enumerated() {
      for output in site.outputs { owners[output] = neuron }
    }
    var uses: [Int: Int] = [:]
    for operand in program.instructions.flatMap(\.operands) { uses[operand, default: 0] += 1 }
    for (node, instruction) in program.instructions.enumerated()
    where instruction.op == .maximum && owners[node] == nil {
      guard let owner = owners[instruction.x], owners[instruction.y] == owner else { continue }
      owners[node] = owner
      for operand in instruction.operands { uses[operand, default: 0] -= 1 }
    }
    var known = weights.map { _ in Set<Int>() }
    for weight in sites.flatMap(\.instances).flatMap(\.weights) {
      guard let owner = owners[weight.input] else { continue }
      uses[weight.input, default: 0] -= 1
      if known[owner].insert(weight.parameter).inserted {
        weights[owner].append(weight.parameter)
      }
    }
    let outputs = Set(source.outputs)
    for (position, owner) in owners
    where uses[position, default: 0] > 0 || outputs.contains(position) {
      hasOtherUse.insert(owner)
    }
    var reaching = [Bool](repeating: false, count: program.instructions.count)
    for output in source.outputs { reaching[output] = true }
    for (node, instruction) in program.instructions.enumerated().reversed() where reaching[node] {
      for operand in instruction.operands { reaching[operand] = true }
    }
    self.reaching = reaching
  }

  /// Whether a path leads from the neuron to an output of the network.
  func reachesOutput(_ site: NeuronSite) -> Bool { site.outputs.contains { reaching[$0] } }

  /// The positions of the weights that multiply the neuron's outputs; `nil` if they are also used
  /// in another way.
  func weights(of site: NeuronSite) -> [Int]? {
    guard let owner = owners[site.output], !hasOtherUse.contains(owner) else { return nil }
    return weights[owner]
  }

  /// The neuron whose output, or the largest of whose outputs, stands at a position.
  func owner(of position: Int) -> Int? { owners[position] }
}
