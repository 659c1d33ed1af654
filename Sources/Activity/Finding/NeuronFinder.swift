public import Autograd

extension ExampleProgram {
  /// The neurons of the network, in the order in which they were recorded.
  ///
  /// A neuron is found by what it computes, whoever wrote it: a sum of values by parameters, which
  /// an activation may follow. Additions are one sum as long as they stand in one scope and each
  /// is used only by the next.
  public func neurons() -> [NeuronSite] { NeuronFinder(self).sites }
}

private struct NeuronFinder {
  private(set) var sites: [NeuronSite] = []
  private let source: ExampleProgram
  private let uses: Uses
  private var names: [String: Int] = [:]

  private static let activations: Set<Op> = [
    .relu, .leakyRelu, .tanh, .sigmoid, .gelu, .softplus,
  ]

  init(_ source: ExampleProgram) {
    self.source = source
    uses = Uses(source)
    let found = sums()
    let layers = self.layers(found)
    for node in source.program.recordedOrder {
      if let sum = found[node] { add(sum, node, layers[output(of: node)]) }
    }
  }

  /// The sums by the position they end at, found from the last to the first.
  private func sums() -> [Int: AffineSum] {
    let program = source.program
    var isInner = [Bool](repeating: false, count: program.instructions.count)
    var found: [Int: AffineSum] = [:]
    for node in program.instructions.indices.reversed() where !isInner[node] {
      let op = program.instructions[node].op
      guard op == .add || op == .multiply else { continue }
      let sum = AffineSum(endingAt: node, in: program, uses: uses)
      // No part of a sum without weights is a sum with some; so nothing is walked through twice.
      for part in sum.inner { isInner[part] = true }
      if !sum.weights.isEmpty { found[node] = sum }
    }
    return found
  }

  private func output(of head: Int) -> Int {
    let users = uses.of(head)
    // What follows an output belongs to the loss.
    guard !source.outputs.contains(head), users.count == 1,
      Self.activations.contains(source.program.instructions[users[0]].op)
    else { return head }
    return users[0]
  }

  /// Of each node the largest number of neurons on a way to it.
  private func layers(_ sums: [Int: AffineSum]) -> [Int] {
    let outputs = Set(sums.keys.map(output))
    var layers = [Int](repeating: 0, count: source.program.instructions.count)
    for (node, instruction) in source.program.instructions.enumerated() {
      let deepest = instruction.operands.map { layers[$0] }.max() ?? 0
      layers[node] = deepest + (outputs.contains(node) ? 1 : 0)
    }
    return layers
  }

  private mutating func add(_ sum: AffineSum, _ head: Int, _ layer: Int) {
    let output = output(of: head)
    sites.append(
      NeuronSite(
        name: name(output), layer: layer,
        activation: output == head ? nil : source.program.instructions[output].op,
        preactivation: head, output: output, weights: sum.weights, biases: sum.biases,
        addends: sum.addends, isOutput: source.outputs.contains(output)))
  }

  private mutating func name(_ output: Int) -> String {
    let program = source.program
    let scope = program.scopes[output].joined(separator: "/")
    let name = scope.isEmpty ? program.names[output] ?? "neuron\(sites.count + 1)" : scope
    names[name, default: 0] += 1
    return names[name] == 1 ? name : "\(name)/\(names[name] ?? 0)"
  }
}
