internal import Autograd

/// Gives neurons and their instances names.
struct NeuronNames {
  private let program: Program
  /// How many neurons have all their parameters in a scope.
  private var owners: [[String]: Int] = [:]
  private var names: [String: Int] = [:]
  private var count = 0

  init(_ program: Program, _ groups: [[FoundNeuron]]) {
    self.program = program
    for group in groups {
      if let scope = parameterScope(group) { owners[scope, default: 0] += 1 }
    }
  }

  /// The name of the next neuron, and those of its instances inside it.
  mutating func next(_ group: [FoundNeuron]) -> (neuron: String, instances: [String]) {
    count += 1
    let scope = ownScope(group) ?? group[0].scope.commonStart(with: group.map(\.scope))
    let name =
      scope.isEmpty
      ? program.names[group[0].output] ?? "neuron\(count)" : scope.joined(separator: "/")
    names[name, default: 0] += 1
    let number = names[name, default: 1]
    let rests = group.map { neuron in
      group.count == 1
        ? ""
        : neuron.scope.dropFirst(neuron.scope.starts(with: scope) ? scope.count : 0)
          .joined(separator: "/")
    }
    return (number == 1 ? name : "\(name)/\(number)", rests)
  }

  /// The scope of the neuron's parameters, if no other neuron has its parameters there and its
  /// instances stand inside.
  private func ownScope(_ group: [FoundNeuron]) -> [String]? {
    guard let scope = parameterScope(group), !scope.isEmpty, owners[scope] == 1 else { return nil }
    return group.allSatisfy { $0.scope.starts(with: scope) } || group.count > 1 ? scope : nil
  }

  private func parameterScope(_ group: [FoundNeuron]) -> [String]? {
    let positions = group[0].sum.weights.map(\.parameter) + group[0].sum.biases
    let scopes = Set(positions.map { program.scopes[$0] })
    return scopes.count == 1 ? scopes.first : nil
  }
}

extension [String] {
  /// The longest beginning that all of `others` have, too.
  fileprivate func commonStart(with others: [[String]]) -> [String] {
    others.reduce(self) { start, other in
      zip(start, other).prefix { $0 == $1 }.map(\.0)
    }
  }
}
