import GraphGradKit

/// One step of a workload, on the tape and as a replayed program.
struct EngineBenchmark {
  /// What one step came to, to be compared with a peer's.
  struct Outcome: Decodable {
    let loss: Double
    /// The sum of the gradients of all parameters.
    let gradientSum: Double
  }

  let workload: Workload
  let outcome: Outcome
  let checksum: Double
  private let rows: [Row]

  init(_ workload: Workload, _ effort: Effort) {
    self.workload = workload
    var stopwatch = Stopwatch()
    (rows, outcome) = Tape.recording {
      let model = workload.recordModel()
      let tape = Self.tape(workload, model, &stopwatch, effort)
      let loss = workload.recordLoss(of: model)
      let sum = Self.sum(loss.backward(), model.parameters)
      let backward = Self.backward(loss, model, nodes: tape.nodes, &stopwatch, effort)
      let replay = Self.replay(loss, model, &stopwatch, effort)
      let lanes = Self.lanes(workload, model, nodes: tape.nodes, &stopwatch, effort)
      return ([tape, backward, replay, lanes], Outcome(loss: loss.data, gradientSum: sum))
    }
    checksum = stopwatch.checksum
  }

  /// - Parameters:
  ///   - others: further rows of this work.
  ///   - peers: the first is what everything is compared with.
  ///   - note: a sentence to stand below.
  func section(_ others: [Row], _ peers: [EnginePeer], note: String? = nil) -> Section {
    let notes =
      peers.compactMap { $0.agreement(workload.title, outcome) } + [note].compactMap(\.self)
    return Section(
      workload.title, unit: "step", peer: peers[0].name,
      rows: rows + others + peers.map { $0.row(workload) },
      note: notes.isEmpty ? nil : notes.joined(separator: "\n"))
  }

  /// Each step is recorded in the memory of the last one.
  private static func tape(
    _ workload: Workload, _ model: MLP, _ stopwatch: inout Stopwatch, _ effort: Effort
  ) -> Row {
    let tape = Tape.current
    let parameters = model.parameters
    let start = tape.position
    let before = tape.count
    var nodes = 0
    let time = stopwatch.time(effort.repetitions) {
      let loss = workload.recordLoss(of: model)
      nodes = tape.count - before
      let result = loss.data + sum(loss.backward(), parameters)
      tape.reset(to: start)
      return result
    }
    return Row("tape: recorded, then backward()", time, nodes: nodes, peer: EnginePeer.micrograd)
  }

  private static func backward(
    _ loss: Value, _ model: MLP, nodes: Int?, _ stopwatch: inout Stopwatch, _ effort: Effort
  ) -> Row {
    let parameters = model.parameters
    let time = stopwatch.time(effort.repetitions) { sum(loss.backward(), parameters) }
    return Row("  of which backward()", time, nodes: nodes)
  }

  private static func replay(
    _ loss: Value, _ model: MLP, _ stopwatch: inout Stopwatch, _ effort: Effort
  ) -> Row {
    let program = Program(loss)
    let places = model.parameters.compactMap { program.position(of: $0) }
    var replay = Replay(program)
    let time = stopwatch.time(effort.repetitions) {
      replay.forward()
      replay.backward()
      return places.reduce(replay.data[program.root]) { $0 + replay.gradients[$1] }
    }
    return Row(
      "program: replayed forward and backward", time, nodes: program.instructions.count,
      peer: EnginePeer.micrograd)
  }

  /// The examples eight at a time, with the penalty; the parameters are set as in training.
  private static func lanes(
    _ workload: Workload, _ model: MLP, nodes: Int?, _ stopwatch: inout Stopwatch, _ effort: Effort
  ) -> Row {
    let (programs, lanes) = workload.lanes(of: model)
    let parameters = model.parameters.map(\.data)
    let table = LaneTable(lanes)
    var batch = LaneBatch(programs)
    var penalty = workload.penalty(of: model)
    let places = penalty?.program.leaves(.parameter) ?? []
    var totals = parameters
    let time = stopwatch.time(effort.repetitions) {
      for index in totals.indices { totals[index] = 0 }
      batch.set(parameters)
      penalty?.forward()
      penalty?.backward(seed: 1, carrying: places, &totals)
      var losses = LaneVector()
      batch.backward(table, seed: 1 / Double(lanes.count), addingTo: &totals) { tile in
        losses += tile.losses
      }
      return totals.reduce(losses.sum(), +)
    }
    return Row(
      "lanes: one example's program, eight at a time", time, nodes: nodes,
      peer: EnginePeer.micrograd)
  }

  private static func sum(_ gradients: Gradients, _ parameters: [Value]) -> Double {
    parameters.reduce(0) { $0 + gradients[$1] }
  }
}
