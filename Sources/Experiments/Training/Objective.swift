internal import Autograd
internal import Datasets

/// The mean loss over examples, with its gradient: the network's program replayed for each example.
///
/// The sums are made in the order of one big graph `((0 + l₁) + l₂ + …) · 1/n`: losses in data
/// order, gradients from the last example to the first. Memory does not grow with the data.
struct Objective: Sendable {
  let network: Network
  private var runner: LaneRunner
  private var penalty: Replay?

  init(_ network: Network) {
    self.network = network
    runner = LaneRunner(network.programs)
    penalty = network.penalty.map { Replay($0.program) }
  }

  var parameterNames: [String] {
    let first = network.programs[0]
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
      runner.forward(network.lane(example))
      total += runner.loss
      tally.add(isRight(example))
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
      runner.forward(network.lane(example))
      losses[place] = runner.loss
      runner.backward(seed: share, addingTo: &gradients)
      tally.add(isRight(example))
    }
    return (losses.reduce(0, +) * share + penaltyLoss, tally.share)
  }

  /// What comes out for an example.
  mutating func outputs(_ example: Example, _ parameters: [Double]) -> [Double] {
    set(parameters)
    runner.forward(network.lane(example))
    return runner.outputs
  }

  /// A replay of one example, forward and backward, by itself.
  mutating func replay(_ example: Example, _ parameters: [Double]) -> Replay {
    set(parameters)
    runner.forward(network.lane(example))
    runner.backward()
    return runner.replay
  }

  private mutating func set(_ parameters: [Double]) {
    runner.set(parameters)
    guard let program = network.penalty else { return }
    for (position, number) in zip(program.parameters, parameters) {
      penalty?.data[position] = number
    }
  }

  private mutating func penaltyLoss() -> Double {
    penalty?.forward()
    return penalty.map { $0.data[$0.program.root] } ?? 0
  }

  private func isRight(_ example: Example) -> Bool? {
    guard case .label(let label) = example.target else { return nil }
    return network.task.prediction(runner.outputs).map { $0 == label }
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
