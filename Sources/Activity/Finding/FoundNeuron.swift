internal import Autograd

/// A sum with its activation, before it is known whether it is one of several instances.
struct FoundNeuron {
  let sum: AffineSum
  let head: Int
  let output: Int
  let layer: Int
  let activation: Op?
  let isOutput: Bool
  let scope: [String]

  /// What instances of one neuron have in common.
  private struct Kind: Hashable {
    let parameters: [Int]
    let biases: [Int]
    let activation: Op?
    let isOutput: Bool
  }

  private var kind: Kind {
    Kind(
      parameters: sum.weights.map(\.parameter), biases: sum.biases, activation: activation,
      isOutput: isOutput)
  }

  func instance(_ name: String) -> NeuronSite.Instance {
    .init(
      name: name, preactivation: head, output: output, weights: sum.weights, biases: sum.biases,
      addends: sum.addends)
  }

  /// The instances of each neuron, in the order of the first ones: sums by the same parameters, if
  /// each stands in a scope of its own.
  static func groups(_ found: [FoundNeuron]) -> [[FoundNeuron]] {
    let kinds = Dictionary(grouping: found.indices) { found[$0].kind }
    let groups = kinds.values.flatMap { members in
      Set(members.map { found[$0].scope }).count == members.count
        ? [members] : members.map { [$0] }
    }
    return groups.sorted { $0[0] < $1[0] }.map { members in members.map { found[$0] } }
  }
}
