internal import Activity
internal import Autograd
internal import Datasets
internal import NeuralNetworks

extension RunDescription {
  /// What does not fit together, in words; `nil` if everything does.
  var mistake: String? {
    guard let first = programs.first, !split.train.isEmpty else { return "no program or example" }
    if experiment.steps < 0 || experiment.validateEvery < 1 || experiment.batch ?? 1 < 1 {
      return "a number of steps or examples below 0"
    }
    if let optimizer = experiment.optimizer, optimizer.betas.count != 2 {
      return "an optimizer without its two betas"
    }
    let task = task
    let sizes = Self.sizes(task, inputs: inputNames.count)
    if programs.count != sizes.count {
      return "\(programs.count) programs instead of \(sizes.count)"
    }
    let areFit = zip(programs, sizes).allSatisfy {
      $0.parameters.count == first.parameters.count && $1 == Sizes($0)
    }
    if !areFit || layers.contains(where: { $0 < 1 }) || layers.count != activations.count {
      return "programs with other inputs, targets, parameters or outputs"
    }
    if task.outputMistake != nil { return "outputs that do not fit the loss" }
    if let penalty, penalty.parameters.count != first.parameters.count {
      return "a penalty over other parameters"
    }
    let neurons = programs.map { $0.neurons().map(\.name) }
    if neurons.contains(where: { $0 != neurons[0] }) { return "programs of other neurons" }
    let examples = split.train + split.validation + split.test
    return examples.allSatisfy { fits($0, task) } ? nil : "an example that does not fit the network"
  }

  /// How many inputs, targets and outputs a program has.
  private struct Sizes: Equatable {
    let inputs: Int
    let targets: Int
    let outputs: Int

    init(_ inputs: Int, _ targets: Int, _ outputs: Int) {
      (self.inputs, self.targets, self.outputs) = (inputs, targets, outputs)
    }

    init(_ program: ExampleProgram) {
      self.init(program.inputs.count, program.targets.count, program.outputs.count)
    }
  }

  /// What each program should have.
  private static func sizes(_ task: Task, inputs: Int) -> [Sizes] {
    let outputs = task.outputCount
    if task.readsText {
      return (1...max(inputs, 1)).map { positions in
        let count = positions * outputs
        return Sizes(count, count, count)
      }
    }
    let count = task.hasProgramOfEachClass ? task.classNames.count : 1
    let targets = task.hasProgramOfEachClass || task.loss == .unknown ? 0 : outputs
    return Array(repeating: Sizes(inputs, targets, outputs), count: count)
  }

  private func fits(_ example: Example, _ task: Task) -> Bool {
    if task.readsText { return fitsText(example) }
    guard example.inputs.count == inputNames.count else { return false }
    switch example.target {
    case .label(let label): return classNames.indices.contains(label)
    case .numbers(let numbers): return classNames.isEmpty && numbers.count == layers.last
    case .tokens: return false
    case .unknown: return loss == .unknown
    }
  }

  private func fitsText(_ example: Example) -> Bool {
    guard case .tokens(let tokens) = example.target else { return false }
    let inputs = example.inputs.map { Int(exactly: $0) ?? -1 }
    return (1...max(inputNames.count, 1)).contains(tokens.count) && inputs.count == tokens.count
      && (inputs + tokens).allSatisfy(classNames.indices.contains)
  }
}
