internal import Autograd
internal import Datasets
internal import NeuralNetworks

extension Network {
  /// The programs of a character model: for each length one for all texts of it.
  static func textPrograms(
    _ task: Task, positions: Int, _ parameters: [Value], _ model: ([Value]) -> [Value]
  ) -> [ExampleProgram] {
    let start = Tape.current.position
    return (1...positions).map { count in
      defer { Tape.current.reset(to: start) }
      let zeros = [Double](repeating: 0, count: count * task.classNames.count)
      let lane = Lane(inputs: zeros, targets: zeros, program: count - 1)
      return textProgram(task, parameters, lane, model)
    }
  }

  /// Records the loss of a text.
  static func textProgram(
    _ task: Task, _ parameters: [Value], _ lane: Lane, _ model: ([Value]) -> [Value]
  ) -> ExampleProgram {
    let tokens = task.classNames
    let count = lane.program + 1
    let inputs = Tape.scope("text") { oneHot(lane.inputs, tokens) }
    let outputs = model(inputs)
    for (output, name) in zip(outputs, repeatElement(tokens, count: count).joined()) {
      output.named(name)
    }
    var targets: [Value] = []
    let loss = Tape.scope("loss") {
      targets = Tape.scope("next") { oneHot(lane.targets, tokens) }
      return meanLoss(outputs, targets, tokens.count)
    }
    return ExampleProgram(
      loss: loss, inputs: inputs, targets: targets, parameters: parameters, outputs: outputs)
  }

  /// Records for each position an input for each token, in scopes such as `position2`.
  private static func oneHot(_ numbers: [Double], _ tokens: [String]) -> [Value] {
    stride(from: 0, to: numbers.count, by: tokens.count).enumerated().flatMap { place, start in
      Tape.scope("position\(place + 1)") {
        zip(tokens, numbers[start...]).map { Value($1, named: $0) }
      }
    }
  }

  /// The mean of the losses of all positions.
  static func meanLoss(_ outputs: [Value], _ targets: [Value], _ tokens: Int) -> Value {
    let starts = stride(from: 0, to: outputs.count, by: tokens)
    let losses = starts.enumerated().map { place, start in
      Tape.scope("position\(place + 1)") {
        Loss.crossEntropy(
          Array(outputs[start..<start + tokens]), targets: Array(targets[start..<start + tokens])
        ).named("loss of position \(place + 1)")
      }
    }
    let sum = losses.sum()
    return (losses.count == 1 ? sum : sum * (1 / Double(losses.count))).named("loss")
  }
}

extension Task {
  /// For each token zeros, and a one at its number.
  func oneHot(_ tokens: some Sequence<Int>) -> [Double] {
    tokens.flatMap { token in (0..<outputCount).map { $0 == token ? 1 : 0 } }
  }
}
