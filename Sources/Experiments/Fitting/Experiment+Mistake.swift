internal import Datasets
internal import NeuralNetworks

extension Experiment {
  /// A setting that no experiment has, in words; `nil` if there is none.
  ///
  /// The reader of YAML refuses these with their line; a recording holds settings that anything may
  /// have written.
  var mistake: String? {
    if seed == 0, data.source != .given { return "seed 0" }
    if steps < 0 { return "\(steps) steps" }
    if validateEvery < 1 { return "validation every \(validateEvery) steps" }
    if let batch, batch < 1 { return "batches of \(batch) examples" }
    if !(l2.isFinite && l2 >= 0) { return "an L2 penalty of \(l2)" }
    return optimizer?.mistake ?? data.mistake ?? model.mistake ?? view.mistake
  }
}

extension OptimizerDescription {
  /// A setting that no rule has, in words.
  fileprivate var mistake: String? {
    let sizes = [learningRate, finalLearningRate ?? 0, epsilon, weightDecay]
    if !sizes.allSatisfy({ $0.isFinite && $0 >= 0 }) {
      return "an optimizer with a learning rate, epsilon or weight decay below 0"
    }
    if betas.count != 2 { return "an optimizer without its two betas" }
    if !(betas + [momentum]).allSatisfy({ (0..<1).contains($0) }) {
      return "an optimizer with a momentum or beta that is not from 0 to below 1"
    }
    let areRates = learningRates?.isFit { $0.isFinite && $0 >= 0 } ?? true
    let areMomenta = momenta?.isFit { (0..<1).contains($0) } ?? true
    return areRates && areMomenta ? nil : "a schedule whose steps do not rise from 1"
  }
}

extension Schedule {
  /// Whether the steps rise from 1 and every number is one that can stand there.
  fileprivate func isFit(_ isNumber: (Double) -> Bool) -> Bool {
    phases.first?.from == 1 && phases.allSatisfy { isNumber($0.value) }
      && zip(phases, phases.dropFirst()).allSatisfy { $0.from < $1.from }
  }
}

extension DataDescription {
  /// A setting that no data have, in words.
  fileprivate var mistake: String? {
    let isSplit =
      split.count == 3 && split.allSatisfy((0...1).contains) && abs(split.reduce(0, +) - 1) < 1e-6
    return isSplit ? source.mistake : "data whose three shares do not add up to 1"
  }
}

extension DataDescription.Source {
  fileprivate var mistake: String? {
    switch self {
    case .generated(_, let count, let noise, let classes):
      let isNoise = noise.map { $0.isFinite && $0 >= 0 } ?? true
      return count > 0 && isNoise && classes ?? 2 > 1
        ? nil : "data of no example, of a single class or with a noise below 0"
    case .patterns(let patterns, let size):
      return size.map(patterns.sizes.contains) ?? true ? nil : "patterns of \(size ?? 0) inputs"
    case .diffusion(.generated, let levels) where levels < NoiseSchedule.fewestLevels:
      return "\(levels) levels of noise"
    case .diffusion(let source, _):
      if case .generated = source { return source.mistake }
      return "noise on points that no generator made"
    case .csv, .text, .given: return nil
    }
  }
}

extension ModelDescription {
  /// A size that no network has, in words.
  fileprivate var mistake: String? {
    let given = layers + (groups ?? []).flatMap { [$0.inputs, $0.neurons] }
    if let size = given.first(where: { !Self.sizes.contains($0) }) {
      return "a layer of \(size) inputs or neurons"
    }
    if let shape, ![shape.channels, shape.rows, shape.columns].allSatisfy((1...10_000).contains) {
      return "pictures of \(shape.channels) × \(shape.rows) × \(shape.columns) values"
    }
    switch initialization.distribution {
    case .scheme: return nil
    case .uniform(let spread), .normal(let spread):
      return spread.isFinite && spread >= 0 ? nil : "weights drawn within \(spread)"
    }
  }

  /// How many neurons a layer can have: each has a parameter of its own.
  static let sizes = 1...5_000_000
}

extension ViewDescription {
  fileprivate var mistake: String? {
    depth ?? 1 < 1 ? "a view of depth \(depth ?? 0)" : nil
  }
}
