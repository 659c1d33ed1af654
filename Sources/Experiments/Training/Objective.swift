internal import Autograd
internal import Datasets

/// The mean loss over examples, with its gradient: the network's program replayed for each example.
///
/// The sums are made in the order of one big graph `((0 + l₁) + l₂ + …) · 1/n`: losses in data
/// order, gradients from the last example to the first. Memory does not grow with the data.
struct Objective: Sendable {
  private let network: Network
  private var replays: [Replay]
  private var penalty: Replay?

  init(_ network: Network) {
    self.network = network
    replays = network.allPrograms.map { Replay($0.program) }
    penalty = network.penalty.map { Replay($0.program) }
  }

  var parameterNames: [String] {
    let first = network.allPrograms[0]
    return first.parameters.map { first.program.label(of: $0) }
  }

  /// The loss, without gradients, and the share of right predictions.
  mutating func loss(
    over examples: [Example], _ parameters: [Double]
  ) -> (loss: Double, accuracy: Double?) {
    set(parameters)
    var total = 0.0
    var tally = Tally()
    for example in examples {
      let index = forward(example)
      total += replays[index].data[replays[index].program.root]
      tally.add(isRight(example, index))
    }
    return (total * (1 / Double(examples.count)) + penaltyLoss(), tally.share)
  }

  /// The loss, with its gradient with respect to each parameter in `gradients`.
  mutating func loss(
    over examples: [Example], _ parameters: [Double], gradients: inout [Double]
  ) -> (loss: Double, accuracy: Double?) {
    for index in gradients.indices { gradients[index] = 0 }
    set(parameters)
    let penaltyLoss = penaltyLoss()
    if let program = network.penalty {
      penalty?.backward(seed: 1, carrying: program.parameters, &gradients)
    }
    let share = 1 / Double(examples.count)
    var losses = [Double](repeating: 0, count: examples.count)
    var tally = Tally()
    for (place, example) in examples.enumerated().reversed() {
      let index = forward(example)
      losses[place] = replays[index].data[replays[index].program.root]
      replays[index].backward(
        seed: share, carrying: network.allPrograms[index].parameters, &gradients)
      tally.add(isRight(example, index))
    }
    return (losses.reduce(0, +) * share + penaltyLoss, tally.share)
  }

  /// A replay of one example, forward and backward, by itself.
  mutating func replay(_ example: Example, _ parameters: [Double]) -> Replay {
    set(parameters)
    let index = forward(example)
    replays[index].backward()
    return replays[index]
  }

  private mutating func set(_ parameters: [Double]) {
    for (index, program) in network.allPrograms.enumerated() {
      replays[index].set(program.parameters, to: parameters)
    }
    if let program = network.penalty { penalty?.set(program.parameters, to: parameters) }
  }

  private mutating func forward(_ example: Example) -> Int {
    let index = network.programIndex(for: example.target)
    let program = network.allPrograms[index]
    replays[index].set(program.inputs, to: example.inputs)
    if !program.targets.isEmpty {
      replays[index].set(program.targets, to: network.task.numbers(for: example.target))
    }
    replays[index].forward()
    return index
  }

  private mutating func penaltyLoss() -> Double {
    penalty?.forward()
    return penalty.map { $0.data[$0.program.root] } ?? 0
  }

  private func isRight(_ example: Example, _ index: Int) -> Bool? {
    guard case .label(let label) = example.target else { return nil }
    let outputs = network.allPrograms[index].outputs.map { replays[index].data[$0] }
    return network.task.prediction(outputs).map { $0 == label }
  }
}

/// How many of the examples that have a class were predicted right.
private struct Tally {
  private var rights = 0
  private var count = 0

  mutating func add(_ isRight: Bool?) {
    guard let isRight else { return }
    count += 1
    rights += isRight ? 1 : 0
  }

  /// The share of right predictions; `nil` without any example that has a class.
  var share: Double? { count == 0 ? nil : Double(rights) / Double(count) }
}
