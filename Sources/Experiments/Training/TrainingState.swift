public import NeuralNetworks

/// Where a training run stands: all that its next step depends on.
public struct TrainingState: Sendable, Equatable {
  /// How many steps were taken.
  public var steps: Int
  /// The parameters, in the order of the model.
  public var parameters: [Double]
  /// What the optimiser remembers.
  public var optimizer: OptimizerState

  /// A state.
  public init(steps: Int, parameters: [Double], optimizer: OptimizerState) {
    self.steps = steps
    self.parameters = parameters
    self.optimizer = optimizer
  }
}
