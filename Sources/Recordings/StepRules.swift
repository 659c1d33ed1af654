internal import Datasets
internal import Experiments
internal import NeuralNetworks

/// Whether a block of a recording fits those before it, and what the recording is of.
struct StepRules {
  /// Whether the network after the last update was there: nothing comes behind it.
  private(set) var isFinished = false
  private var lastNumber = 0
  private let every: Int
  private let hasValidation: Bool
  /// The number of the last step; `nil` where the run's own code decides.
  private let lastStep: Int?

  init(_ head: RecordingHead) {
    let experiment = head.run.experiment
    every = head.every
    hasValidation = !head.run.split.validation.isEmpty
    lastStep = experiment.data.source == .given ? nil : experiment.steps
  }

  /// Takes the next block; whether it can stand there.
  mutating func accepts(_ step: RecordedStep, _ kind: Block.Kind) -> Bool {
    guard !isFinished, step.number > lastNumber, isPlausible(step) else { return false }
    lastNumber = step.number
    switch kind {
    case .head: return false
    case .step: return (step.number - 1) % every == 0 && step.number <= lastStep ?? .max
    case .last:
      isFinished = true
      return lastStep.map { step.number == $0 + 1 } ?? true
    }
  }

  private func isPlausible(_ step: RecordedStep) -> Bool {
    step.state.optimizer.time < step.number
      && step.accuracy.map { (0...1).contains($0) } ?? true
      && (step.validationLoss == nil || hasValidation)
  }
}
