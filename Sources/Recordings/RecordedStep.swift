public import Experiments
internal import NeuralNetworks

/// What is recorded of a step: what it saw before it moved the parameters.
public struct RecordedStep: Sendable, Equatable {
  /// Counted from 1; for the network after the last update 1 more than that of the last step.
  public var number: Int
  /// The training loss, with the penalty: of all training examples, or of the step's batch.
  public var loss: Double
  /// The share of training examples predicted right; `nil` where a number is predicted.
  public var accuracy: Double?
  /// The validation loss, in the steps in which it is computed.
  public var validationLoss: Double?
  /// How far the step goes; 0 after the last.
  public var learningRate: Double
  /// Where the run stood before the step.
  public var state: TrainingState

  /// What a trainer tells of a step.
  public init(_ step: Trainer.Step) {
    number = step.number
    loss = step.loss
    accuracy = step.accuracy
    validationLoss = step.validationLoss
    learningRate = step.learningRate
    state = TrainingState(
      steps: step.number - 1, parameters: step.parameters, optimizer: step.optimizer)
  }

  /// The network after the last update.
  public init(after state: TrainingState, loss: Double, accuracy: Double?) {
    self.init(
      number: state.steps + 1, loss: loss, accuracy: accuracy, validationLoss: nil,
      learningRate: 0, state: state)
  }

  /// A step that other code has taken.
  public init(
    number: Int, loss: Double, accuracy: Double? = nil, validationLoss: Double? = nil,
    learningRate: Double = 0, state: TrainingState
  ) {
    self.number = number
    self.loss = loss
    self.accuracy = accuracy
    self.validationLoss = validationLoss
    self.learningRate = learningRate
    self.state = state
  }
}
