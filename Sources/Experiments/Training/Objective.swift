internal import Autograd
internal import Datasets

/// The mean or the sum of the losses of examples, with its gradient: the network's program run over the examples as
/// lanes.
///
/// The sums are made in the order of one big graph `((0 + l₁) + l₂ + …) · 1/n`: losses in data
/// order, gradients from the last example to the first. Memory does not grow with the data.
struct Objective: Sendable {
  let network: Network
  private var batch: LaneBatch
  private var runner: LaneRunner
  private var penalty: Replay?
  private var tally: Tally
  private let reduction: Reduction

  init(_ network: Network, _ arithmetic: Arithmetic, _ reduction: Reduction) {
    self.network = network
    self.reduction = reduction
    batch = LaneBatch(network.programs, arithmetic: arithmetic)
    runner = LaneRunner(network.programs)
    penalty = network.penalty.map { Replay($0.program) }
    tally = Tally(network)
  }

  /// The size of the largest output in the last loss; `nil` where nobody asks for it.
  var largestOutput: Double? { tally.largestOutput }

  var parameterNames: [String] {
    let first = network.programs[0]
    return first.parameters.map { first.program.label(of: $0) }
  }

  /// The loss, without gradients, and the share of right predictions.
  mutating func loss(
    over examples: ExampleTable, _ parameters: [Double]
  ) -> (loss: Double, accuracy: Double?) {
    set(parameters)
    tally.begin(examples)
    batch.forward(examples.lanes) { [network] in tally.add($0, examples, network) }
    return (tally.loss(reduction) + penaltyLoss(), tally.accuracy)
  }

  /// The loss, with its gradient with respect to each parameter in `gradients`.
  mutating func loss(
    over examples: ExampleTable, _ parameters: [Double], gradients: inout [Double]
  ) -> (loss: Double, accuracy: Double?) {
    for index in gradients.indices { gradients[index] = 0 }
    set(parameters)
    let penaltyLoss = penaltyLoss()
    if let program = network.penalty {
      penalty?.backward(seed: 1, carrying: program.parameters, &gradients)
    }
    tally.begin(examples)
    batch.backward(
      examples.lanes, seed: reduction.share(of: examples.count), addingTo: &gradients
    ) { [network] in tally.add($0, examples, network) }
    return (tally.loss(reduction) + penaltyLoss, tally.accuracy)
  }

  /// What comes out for an example.
  mutating func outputs(_ example: Example, _ parameters: [Double]) -> [Double] {
    runner.set(parameters)
    runner.forward(network.lane(example))
    return runner.outputs
  }

  /// What comes out for each example.
  mutating func outputs(_ examples: ExampleTable, _ parameters: [Double]) -> [[Double]] {
    set(parameters)
    var outputs = [[Double]](repeating: [], count: examples.count)
    batch.forward(examples.lanes) { [network] tile in
      let columns = network.programs[tile.program].outputs.map { tile.values(at: $0) }
      for place in 0..<tile.count { outputs[tile.lane(place)] = columns.map { $0[place] } }
    }
    return outputs
  }

  /// A replay of one example, forward and backward, by itself.
  mutating func replay(_ example: Example, _ parameters: [Double]) -> Replay {
    runner.set(parameters)
    runner.forward(network.lane(example))
    runner.backward()
    return runner.replay
  }

  private mutating func set(_ parameters: [Double]) {
    batch.set(parameters)
    guard let program = network.penalty else { return }
    for (position, number) in zip(program.parameters, parameters) {
      penalty?.data[position] = number
    }
  }

  private mutating func penaltyLoss() -> Double {
    penalty?.forward()
    return penalty.map { $0.data[$0.program.root] } ?? 0
  }
}

/// The losses of examples, and how many of those that have an answer were predicted right.
private struct Tally: Sendable {
  private var losses: [Double] = []
  private var outputs: [Double]
  private var rights = 0
  private var count = 0
  /// The size of the largest output; `nil` where nobody asks for it.
  private(set) var largestOutput: Double?

  init(_ network: Network) {
    outputs = Array(repeating: 0, count: network.programs[0].outputs.count)
    largestOutput = network.task.form == .spelled ? 0 : nil
  }

  mutating func begin(_ examples: ExampleTable) {
    if losses.count != examples.count {
      losses = Array(repeating: 0, count: examples.count)
    }
    (rights, count) = (0, 0)
    largestOutput = largestOutput.map { _ in 0 }
  }

  mutating func add(_ tile: borrowing LaneTile, _ examples: ExampleTable, _ network: Network) {
    let positions = network.programs[tile.program].outputs
    let tileLosses = tile.losses
    for place in 0..<tile.count {
      let lane = tile.lane(place)
      losses[lane] = tileLosses[place]
      guard let answer = examples.answers[lane] else { continue }
      for (index, position) in positions.enumerated() {
        outputs[index] = tile.values(at: position)[place]
      }
      if let largest = largestOutput {
        largestOutput = outputs.reduce(largest) { max($0, abs($1)) }
      }
      guard let isRight = network.task.isRight(outputs, answer) else { continue }
      count += 1
      rights += isRight ? 1 : 0
    }
  }

  /// The losses, summed in the order of the examples.
  func loss(_ reduction: Reduction) -> Double {
    losses.reduce(0, +) * reduction.share(of: losses.count)
  }

  /// The share of right predictions; `nil` without any example that has an answer.
  var accuracy: Double? { count == 0 ? nil : Double(rights) / Double(count) }
}
