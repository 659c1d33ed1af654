import GraphGradKit

/// One step of a character model: a text of seven positions through a transformer of microgpt's sizes.
struct TextBenchmark {
  static let title = "C, a character model: 16 wide, 4 heads, 64 neurons, one name of 6 letters"

  /// What another engine is to do.
  struct Work: Encodable {
    let title = TextBenchmark.title
    let tokens: Int
    let context: Int
    let width: Int
    let heads: Int
    let hidden: Int
    let text: [Int]
    let next: [Int]
    let parameters: [Double]
  }

  let work: Work
  let outcome: EngineBenchmark.Outcome
  let checksum: Double
  private let rows: [Row]

  private static let letters = [13, 15, 18, 9, 20, 26]

  init(_ effort: Effort) {
    var stopwatch = Stopwatch()
    let shape = GPT.Shape(tokens: 27, context: 9)
    let (text, next) = ([0] + Self.letters, Self.letters + [0])
    (rows, outcome, work) = Tape.recording {
      var random = Xorshift64Star(seed: 42)
      let model = GPT(shape, random: &random)
      let parameters = model.parameters
      let tape = Tape.current
      let (start, before) = (tape.position, tape.count)
      var nodes = 0
      let recorded = stopwatch.time(effort.repetitions) {
        let loss = Self.loss(model, text, next).loss
        nodes = tape.count - before
        let gradients = loss.backward()
        let result = parameters.reduce(loss.data) { $0 + gradients[$1] }
        tape.reset(to: start)
        return result
      }
      let (loss, inputs, logits) = Self.loss(model, text, next)
      let gradients = loss.backward()
      let outcome = EngineBenchmark.Outcome(
        loss: loss.data, gradientSum: parameters.reduce(0) { $0 + gradients[$1] })
      let program = ExampleProgram(
        loss: loss, inputs: inputs, parameters: parameters, outputs: logits)
      var replay = Replay(program.program)
      let replayed = stopwatch.time(effort.repetitions) {
        replay.forward()
        replay.backward()
        return program.parameters.reduce(replay.data[program.program.root]) {
          $0 + replay.gradients[$1]
        }
      }
      let lanes = Array(repeating: Lane(inputs: inputs.map(\.data)), count: 8)
      let table = LaneTable(lanes)
      var batch = LaneBatch([program])
      var totals = parameters.map(\.data)
      let eight = stopwatch.time(effort.repetitions) {
        for index in totals.indices { totals[index] = 0 }
        batch.backward(table, seed: 0.125, addingTo: &totals) { _ in }
        return totals.reduce(0, +)
      }
      return (
        [
          Row(
            "tape: recorded, then backward()", recorded, nodes: nodes, peer: EnginePeer.micrograd),
          Row(
            "program: replayed forward and backward", replayed, nodes: nodes,
            peer: EnginePeer.micrograd),
          Row("lanes: eight names at a time, all of them", eight, nodes: 8 * nodes),
        ], outcome,
        Work(
          tokens: shape.tokens, context: shape.context, width: shape.width, heads: shape.heads,
          hidden: shape.hidden, text: text, next: next, parameters: parameters.map(\.data))
      )
    }
    checksum = stopwatch.checksum
  }

  func section(_ peer: EnginePeer) -> Section {
    Section(
      Self.title, unit: "step", peer: peer.name, rows: rows + [peer.row(Self.title)],
      note: peer.agreement(Self.title, outcome))
  }

  private static func loss(
    _ model: GPT, _ text: [Int], _ next: [Int]
  ) -> (loss: Value, inputs: [Value], logits: [Value]) {
    let count = model.shape.tokens
    let inputs = text.flatMap { token in (0..<count).map { Value($0 == token ? 1 : 0) } }
    let logits = model(inputs)
    let losses = next.enumerated().map { place, token in
      Loss.crossEntropy(Array(logits[place * count..<(place + 1) * count]), label: token)
    }
    return (losses.sum() * (1 / Double(losses.count)), inputs, logits)
  }
}
