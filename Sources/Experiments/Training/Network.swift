internal import Autograd
internal import Datasets
internal import NeuralNetworks
internal import Randomness
internal import Refusal

/// A model with its loss, recorded once: one program, one for each class where the loss of an
/// example depends on its class, or one for each length of a text.
struct Network: Sendable {
  let task: Task
  /// The parameters before training.
  let initialParameters: [Double]
  /// The L2 penalty over the parameters, if there is one.
  let penalty: ExampleProgram?
  let programs: [ExampleProgram]

  init(
    _ plan: NetworkPlan, inputNames: [String], task: Task, l2: Double,
    random: inout Xorshift64Star
  ) {
    self.task = task
    (programs, penalty, initialParameters) = Tape.recording {
      let model = plan.makeModel(inputs: inputNames.count, random: &random)
      // Whoever asks for the digits of the published run gets its slope of tanh, too.
      let isSpelled = task.form == .spelled
      let programs = Self.programs(task, inputNames, model.parameters) { inputs in
        (model as? MLP)?(inputs, isSpelled: isSpelled) ?? model(inputs)
      }
      let penalty = Self.penalty(model.parameters, l2)
      return (programs, penalty, model.parameters.map(\.data))
    }
  }

  init(_ description: RunDescription) {
    task = description.task
    programs = description.programs
    penalty = description.penalty
    initialParameters = programs[0].parameters.map { [data = programs[0].program.data] in data[$0] }
  }

  /// The example as it runs through ``programs``.
  func lane(_ example: Example) -> Lane {
    let targets = task.numbers(for: example.target)
    if task.readsText {
      return Lane(
        inputs: task.oneHot(example.inputs.map { Int($0) }), targets: targets,
        program: example.inputs.count - 1)
    }
    return Lane(
      inputs: example.inputs, targets: targets, program: programIndex(for: example.target))
  }

  private func programIndex(for target: Target) -> Int {
    guard programs.count > 1, case .label(let label) = target else { return 0 }
    return label
  }

  /// Records an example's loss, once for each class where its program holds the class, and leaves the tape as it
  /// was.
  static func programs(
    _ task: Task, _ inputNames: [String], _ parameters: [Value], _ model: ([Value]) -> [Value]
  ) -> [ExampleProgram] {
    if task.readsText {
      return textPrograms(task, positions: inputNames.count, parameters, model)
    }
    let start = Tape.current.position
    return (task.hasProgramOfEachClass ? task.classNames.indices : 0..<1).map { label in
      defer { Tape.current.reset(to: start) }
      return program(task, inputNames, parameters, Lane(of: task, inputNames, label), model)
    }
  }

  /// Records the loss of one lane.
  static func program(
    _ task: Task, _ inputNames: [String], _ parameters: [Value], _ lane: Lane,
    _ model: ([Value]) -> [Value]
  ) -> ExampleProgram {
    if task.readsText { return textProgram(task, parameters, lane, model) }
    let inputs = zip(inputNames, lane.inputs).map { Value($1, named: $0) }
    let outputs = model(inputs)
    for (output, name) in zip(outputs, task.outputNames) { output.named(name) }
    var targets: [Value] = []
    let loss = Tape.scope("loss") {
      if !task.hasProgramOfEachClass, task.loss != .unknown {
        targets = zip(task.outputNames, lane.targets).map { name, number in
          Value(number, named: task.outputCount == 1 ? "target" : "target \(name)")
        }
      }
      return Self.loss(task, outputs, targets, lane.program)
        .named(task.loss == .unknown ? "sum of outputs" : "loss")
    }
    return ExampleProgram(
      loss: loss, inputs: inputs, targets: targets, parameters: parameters, outputs: outputs)
  }

  static func loss(
    _ task: Task, _ outputs: [Value], _ targets: [Value], _ label: Int
  ) -> Value {
    let pairs = zip(outputs, targets)
    switch task.loss {
    case .crossEntropy where targets.isEmpty:
      return task.form == .spelled
        ? Loss.spelledCrossEntropy(outputs, label: label)
        : Loss.crossEntropy(outputs, label: label)
    case .crossEntropy: return Loss.crossEntropy(outputs, targets: targets)
    case .meanSquaredError: return Loss.meanSquaredError(outputs, targets: targets)
    case .squaredError: return Loss.squaredError(outputs, targets: targets)
    case .squaredShortfall:
      guard let ends = task.targetEnds else {
        refuse("targets of more than two numbers")
      }
      return Loss.squaredShortfall(outputs, targets: targets, ends: ends)
    case .binaryCrossEntropy:
      return pairs.map { Loss.binaryCrossEntropy($0, target: $1) }.sum()
    // Nothing is wrong or right; gradients tell what the outputs depend on.
    case .unknown: return outputs.count == 1 ? outputs[0] * 1 : outputs.sum()
    case .hinge: return pairs.map { Loss.hinge($0, target: $1) }.sum()
    }
  }

  private static func penalty(_ parameters: [Value], _ strength: Double) -> ExampleProgram? {
    guard strength > 0 else { return nil }
    let loss = Loss.l2(parameters, strength: strength)
    return ExampleProgram(
      loss: loss, inputs: [], targets: [], parameters: parameters, outputs: [])
  }
}

extension Lane {
  /// The lane of which the program for a class, or the only one, is recorded.
  fileprivate init(of task: Task, _ inputNames: [String], _ label: Int) {
    self.init(
      inputs: inputNames.map { _ in 0 },
      targets: Array(repeating: 0, count: task.hasProgramOfEachClass ? 0 : task.outputCount),
      program: label)
  }
}
