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
  public internal(set) var isOpen: Bool
  /// Whether the slope of a tanh or sigmoid is below ``saturationSlope``.
  public let isSaturated: Bool
  /// How many weights have a gradient of 0 only because what they multiply is 0.
  public let weightsWithoutInput: Int
  /// Whether this is so of every weight.
  public let isFullyWithoutInput: Bool

  /// Below this slope an activation is called saturated.
  public static let saturationSlope = 1e-3

  /// Reads a place of a tile that has been run forward and backward. That a gradient comes back
  /// shows an open path; that none does, nothing yet.
  init(_ site: NeuronSite, _ tile: borrowing LaneTile, _ place: Int) {
    preactivation = tile.values(at: site.preactivation)[place]
    output = tile.values(at: site.output)[place]
    gradient = tile.gradients(at: site.output)[place]
    preactivationGradient = tile.gradients(at: site.preactivation)[place]
    isOpen = gradient != 0
    isSaturated = Self.isSaturated(site, preactivation, output)
    weightsWithoutInput =
      preactivationGradient == 0
      ? 0 : site.weights.count { tile.values(at: $0.input)[place] == 0 }
    isFullyWithoutInput = weightsWithoutInput == site.weights.count
  }

  /// Of a neuron that does nothing.
  static let none = Observation()

  private init() {
    (preactivation, output, gradient, preactivationGradient) = (0, 0, 0, 0)
    (isOpen, isSaturated, isFullyWithoutInput) = (false, false, false)
    weightsWithoutInput = 0
  }

  /// Whether the gradient does not tell if there is an open path.
  var isUnsure: Bool { output != 0 && gradient == 0 }

  /// Whether its output is exactly 0.
  public var isSilent: Bool { output == 0 }
  /// Whether it is not silent, yet no gradient comes back because everything it feeds is off.
  public var isBlocked: Bool { output != 0 && gradient == 0 && !isOpen }

  private static func isSaturated(_ site: NeuronSite, _ input: Double, _ output: Double) -> Bool {
    guard let op = site.activation, op == .tanh || op == .sigmoid else { return false }
    return abs(op.pullback(1, input, 0, output).x) < saturationSlope
  }
}
