public import Autograd

extension ExampleProgram {
  /// The neurons of the network, in the order in which they were recorded.
  ///
  /// A neuron is found by what it computes, whoever wrote it: a sum of values by parameters, which
  /// an activation may follow. Additions are one sum as long as they stand in one scope and each
  /// is used only by the next. Sums by the same parameters, each in a scope of its own, are the
  /// instances of one neuron.
  public func neurons() -> [NeuronSite] { NeuronFinder(self).sites }
}

private struct NeuronFinder {
  private(set) var sites: [NeuronSite] = []
  private let source: ExampleProgram
  private let uses: Uses

  private static let activations: Set<Op> = [
    .relu, .leakyRelu, .tanh, .spelledTanh, .sigmoid, .gelu, .softplus,
  ]

  init(_ source: ExampleProgram) {
    self.source = source
    uses = Uses(source)
    let sums = self.sums()
    let layers = self.layers(sums)
    let found = source.program.recordedOrder.compactMap { node in
      sums[node].map { neuron($0, node, layers) }
    }
    let groups = FoundNeuron.groups(found)
    var names = NeuronNames(source.program, groups)
    sites = groups.map { group in
      let (name, rests) = names.next(group)
      return NeuronSite(
        name: name, layer: group.map(\.layer).max() ?? 0, activation: group[0].activation,
        isOutput: group[0].isOutput, instances: zip(group, rests).map { $0.instance($1) })
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

  private func neuron(_ sum: AffineSum, _ head: Int, _ layers: [Int]) -> FoundNeuron {
    let output = output(of: head)
    return FoundNeuron(
      sum: sum, head: head, output: output, layer: layers[output],
      activation: output == head ? nil : source.program.instructions[output].op.familiar,
      isOutput: source.outputs.contains(output), scope: source.program.scopes[output])
  }
}
