public import Autograd
internal import Datasets
internal import NeuralNetworks

/// A model beside the programs that were recorded of it: it is run again on examples, and everything
/// it does must be what the programs do.
///
/// A program holds one run. If the model's operations depended on its numbers, or on something that
/// changes between steps, replays of the program would show another network than the one trained.
public struct ModelProof {
  private let run: RunDescription
  private let network: Network
  private let parameters: [Value]
  private let model: ([Value]) -> [Value]
  private var runner: LaneRunner
  /// The example that is looked at next.
  private var next = 0

  /// A model with the description that was made of it.
  ///
  /// - Throws: ``ModelMismatch`` if a parameter is none, is there twice or is missing.
  public init(
    _ run: RunDescription, parameters: [Value], model: @escaping ([Value]) -> [Value]
  ) throws(ModelMismatch) {
    self.run = run
    self.parameters = parameters
    self.model = model
    network = Network(run)
    runner = LaneRunner(run.programs)
    for program in run.programs {
      let listed = Set(program.parameters)
      let missing = program.program.leaves(.parameter).filter { !listed.contains($0) }
      if !missing.isEmpty { throw .missingParameters(missing.map(program.program.label)) }
    }
  }

  /// Looks at so many examples, going on where it stopped, round and round.
  ///
  /// - Throws: ``ModelMismatch`` for the first that is computed otherwise.
  public mutating func check(examples count: Int) throws(ModelMismatch) {
    runner.set(parameters.map(\.data))
    let all = run.split.train
    // The golden section's steps come by examples from everywhere, and by all of them in the end.
    let stride = Self.stride(through: all.count)
    for _ in 0..<min(count, all.count) {
      try check(all[next], number: next + 1)
      next = (next + stride) % all.count
    }
  }

  /// The mean loss over all examples.
  public mutating func loss() -> Double {
    runner.set(parameters.map(\.data))
    let losses = run.split.train.map { example in
      runner.forward(network.lane(example))
      return runner.loss
    }
    return losses.reduce(0, +) / Double(losses.count)
  }

  private static func stride(through count: Int) -> Int {
    var stride = max(1, Int(0.618 * Double(count)))
    func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
    while divisor(stride, count) != 1 { stride -= 1 }
    return stride
  }

  private mutating func check(_ example: Example, number: Int) throws(ModelMismatch) {
    let lane = network.lane(example)
    let start = Tape.current.position
    let now = Network.program(network.task, run.inputNames, parameters, lane, model)
    Tape.current.reset(to: start)
    let recorded = run.programs[lane.program]
    try compare(now, recorded, number)
    runner.forward(lane)
    let loss = now.program.data[now.program.root]
    guard loss.bitPattern == runner.loss.bitPattern || loss.isNaN && runner.loss.isNaN else {
      throw .otherResult(example: number, run: loss, replayed: runner.loss)
    }
  }

  private func compare(
    _ now: ExampleProgram, _ recorded: ExampleProgram, _ example: Int
  ) throws(ModelMismatch) {
    let (one, other) = (now.program, recorded.program)
    let difference = zip(one.instructions, other.instructions).enumerated().first { $1.0 != $1.1 }
    if difference != nil || one.instructions.count != other.instructions.count
      || one.root != other.root || now.outputs != recorded.outputs
      || now.inputs != recorded.inputs || now.parameters != recorded.parameters
    {
      let place = difference?.offset ?? min(one.root, other.root)
      throw .otherOperations(example: example, value: one.label(of: place))
    }
    let given = Set(now.inputs + now.targets + now.parameters)
    for node in one.instructions.indices where one.instructions[node].op.arity == 0 {
      let (a, b) = (one.data[node], other.data[node])
      if !given.contains(node), a.bitPattern != b.bitPattern, !(a.isNaN && b.isNaN) {
        throw .otherConstant(
          example: example, value: one.label(of: node), now: a, recorded: b)
      }
    }
  }
}
