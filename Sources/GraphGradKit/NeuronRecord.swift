public import Activity
internal import Autograd
public import GraphModel

/// A neuron over a set of examples as plain data, for JSON and tables.
public struct NeuronRecord: Codable, Sendable, Equatable {
  /// The smallest, the largest and the mean of a number over the examples.
  public struct Range: Codable, Sendable, Equatable {
    /// The smallest.
    public let lowest: Double
    /// The largest.
    public let highest: Double
    /// The mean.
    public let mean: Double

    init(_ extent: Extent) {
      lowest = extent.lowest
      highest = extent.highest
      mean = extent.mean
    }
  }

  /// Such as `layer1/neuron3`; layers and neurons count from 1.
  public let neuron: String
  /// The activation; `nil` for a linear neuron.
  public let activation: String?
  /// How many examples there are.
  public let examples: Int
  /// The share of examples in which its output is not 0.
  public let fires: Double
  /// In how many examples it is blocked.
  public let blockedExamples: Int
  /// In how many examples it is saturated.
  public let saturatedExamples: Int
  /// The sum before the activation.
  public let preactivation: Range
  /// What it gives on.
  public let output: Range
  /// The largest change of an output in any example when its output is set to 0.
  public let effectOnOutputs: Double
  /// The change of the mean loss when its output is set to 0; `nil` without a loss.
  public let effectOnLoss: Double?
  /// In how many examples another class is predicted when its output is set to 0; `nil`
  /// without a loss.
  public let changedPredictions: Int?
  /// The largest change of an output in any example when its output is set to its mean.
  public let effectOfMeanOnOutputs: Double
  /// The change of the mean loss when its output is set to its mean; `nil` without a loss.
  public let effectOfMeanOnLoss: Double?
  /// The length of the gradient of the mean loss with respect to its weights and bias; `nil`
  /// without a loss.
  public let gradientNorm: Double?
  /// What is said of it in one word.
  public let verdict: Verdict
  /// Everything that holds of it.
  public let holds: [Finding]
  /// Outputs and effects of this size and below counted as 0; `nil` if only 0 did.
  public let tolerance: Double?
  /// One sentence that says why.
  public let reason: String

  /// The record of a neuron.
  public init(_ neuron: NeuronActivity, tolerance: Double = 0) {
    let measurement = neuron.measurement
    self.neuron = neuron.site.name
    activation = neuron.site.activation?.name
    examples = measurement.count
    fires = measurement.fires
    blockedExamples = measurement.blockedCount
    saturatedExamples = measurement.saturatedCount
    preactivation = Range(measurement.preactivation)
    output = Range(measurement.output)
    effectOnOutputs = measurement.removal.outputs
    let hasLoss = neuron.hasLoss
    effectOnLoss = hasLoss ? measurement.removal.loss : nil
    changedPredictions = hasLoss ? measurement.removal.changedPredictions : nil
    effectOfMeanOnOutputs = measurement.clampingToMean.outputs
    effectOfMeanOnLoss = hasLoss ? measurement.clampingToMean.loss : nil
    gradientNorm = hasLoss ? measurement.gradientNorm : nil
    verdict = neuron.verdict
    holds = neuron.findings
    self.tolerance = tolerance > 0 ? tolerance : nil
    reason = neuron.reason
  }
}
