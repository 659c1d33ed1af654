internal import Autograd

/// What a neuron does in one lane.
public struct Observation: Sendable, Equatable {
  /// The sum before the activation.
  public let preactivation: Double
  /// What it gives on.
  public let output: Double
  /// The derivative of the lane's loss with respect to the output.
  public let gradient: Double
  /// The derivative of the lane's loss with respect to the sum.
  public let preactivationGradient: Double
  /// Whether a change of the output could reach an output of the network: a path on which no
  /// derivative is 0.
  public let isOpen: Bool
  /// Whether the slope of a tanh or sigmoid is below ``saturationSlope``.
  public let isSaturated: Bool
  /// How many weights have a gradient of 0 only because what they multiply is 0.
  public let weightsWithoutInput: Int
  /// Whether this is so of every weight.
  public let isFullyWithoutInput: Bool

  /// Below this slope an activation is called saturated.
  public static let saturationSlope = 1e-3

  /// Reads a lane that has been run forward and backward.
  init(_ site: NeuronSite, _ replay: Replay, isOpen: Bool) {
    preactivation = replay.data[site.preactivation]
    output = replay.data[site.output]
    gradient = replay.gradients[site.output]
    preactivationGradient = replay.gradients[site.preactivation]
    self.isOpen = isOpen
    isSaturated = Self.isSaturated(site, preactivation, output)
    weightsWithoutInput =
      preactivationGradient == 0 ? 0 : site.weights.count { replay.data[$0.input] == 0 }
    isFullyWithoutInput = weightsWithoutInput == site.weights.count
  }

  /// Whether its output is exactly 0.
  public var isSilent: Bool { output == 0 }
  /// Whether it is not silent, yet no gradient comes back because everything it feeds is off.
  public var isBlocked: Bool { output != 0 && gradient == 0 && !isOpen }

  private static func isSaturated(_ site: NeuronSite, _ input: Double, _ output: Double) -> Bool {
    guard let op = site.activation, op == .tanh || op == .sigmoid else { return false }
    return abs(op.pullback(1, input, 0, output).x) < saturationSlope
  }
}
