internal import Activity
internal import Autograd
internal import Datasets
internal import NeuralNetworks

extension RunDescription {
  /// What does not fit together, in words; `nil` if everything does.
  ///
  /// All that a run relies on is checked here, once: whatever passes can be trained, drawn and judged.
  var mistake: String? {
    if programs.isEmpty { return "no program" }
    if split.train.isEmpty { return "no example" }
    if let mistake = experiment.mistake ?? sizeMistake { return mistake }
    if let expected = task.outputMistake { return "outputs instead of \(expected)" }
    if let mistake = lossMistake ?? stageMistake ?? groupMistake { return mistake }
    return exampleMistake ?? disagreement
  }

  private var sizeMistake: String? {
    if layers.count != activations.count {
      return "\(layers.count) layers with \(activations.count) activations"
    }
    if let size = layers.first(where: { !ModelDescription.sizes.contains($0) }) {
      return "a layer of \(size) neurons"
    }
    let sizes = Self.sizes(task, inputs: inputNames.count)
    if programs.count != sizes.count {
      return "\(programs.count) programs instead of \(sizes.count)"
    }
    let count = parameterCount
    let areFit = zip(programs, sizes).allSatisfy { $0.parameters.count == count && $1 == Sizes($0) }
    if !areFit { return "programs with other inputs, targets, parameters or outputs" }
    guard let penalty else { return nil }
    return penalty.parameters.count == count && Sizes(penalty) == Sizes(0, 0, 0)
      ? nil : "a penalty over something other than the parameters"
  }

  private var lossMistake: String? {
    if let named = experiment.loss, named != loss {
      return "loss \(loss.rawValue) of an experiment with loss \(named.rawValue)"
    }
    return (penalty == nil) == (experiment.l2 == 0)
      ? nil : "a penalty that is not that of the experiment"
  }

  /// The stages of a convolutional network say how many neurons and parameters there are.
  private var stageMistake: String? {
    guard let stages = experiment.model.stages else { return nil }
    let mistake = "stages of another network"
    guard case .dense = stages.last, stages.compactMap(\.neuronCount) == layers else {
      return mistake
    }
    do {
      let count = try experiment.checkStages(stages, inputs: inputNames.count)
      return count == Double(parameterCount) ? nil : mistake
    } catch {
      return mistake
    }
  }

  private var groupMistake: String? {
    guard let groups = experiment.model.groups else { return nil }
    let inputs = groups.reduce(0) { $0 + $1.inputs }
    let neurons = groups.reduce(0) { $0 + $1.neurons }
    return inputs == inputNames.count && neurons == layers[0]
      ? nil : "groups of other inputs or neurons"
  }

  private var exampleMistake: String? {
    let task = task
    let examples = split.train + split.validation + split.test
    guard let place = examples.firstIndex(where: { !fits($0, task) }) else { return nil }
    return "example \(place + 1), which does not fit the network"
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

  func fits(_ example: Example, _ task: Task) -> Bool {
    if task.readsText { return fitsText(example) }
    guard example.inputs.count == inputNames.count, example.inputs.allSatisfy(\.isFinite) else {
      return false
    }
    switch example.target {
    case .label(let label): return classNames.indices.contains(label)
    case .numbers(let numbers):
      return classNames.isEmpty && numbers.count == layers.last && numbers.allSatisfy(\.isFinite)
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
