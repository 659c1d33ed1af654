internal import Autograd

/// What a neuron does in one lane, at all its instances.
public struct Observation: Sendable, Equatable {
  /// The sums before the activation.
  public private(set) var preactivations = Extent()
  /// What it gives on.
  public private(set) var outputs = Extent()
  /// The derivatives of the lane's loss with respect to the outputs.
  public private(set) var gradients = Extent()
  /// At how many instances its output is not 0, nor within the tolerance.
  public private(set) var firingCount = 0
  /// Whether the loss has a gradient with respect to a sum.
  public private(set) var isDriven = false
  /// Whether a change of an output that is not 0 (of any, if all are) could reach an output of the
  /// network: a path on which no derivative is 0.
  public internal(set) var isOpen = false
  /// Whether the slope of a tanh or sigmoid is below ``saturationSlope`` at every instance.
  public private(set) var isSaturated = false
  /// How many weights have a gradient of 0 only because what they multiply is 0.
  public private(set) var weightsWithoutInput = 0
  /// Whether this is so of every weight.
  public private(set) var isFullyWithoutInput = false

  /// Below this slope an activation is called saturated.
  public static let saturationSlope = 1e-3

  /// Of a neuron that does nothing.
  static let none = Observation()

  private init() {}

  /// Reads a place of a tile that has been run forward and backward. That a gradient comes back
  /// shows an open path; that none does, nothing yet.
  init(_ site: NeuronSite, _ tile: borrowing LaneTile, _ place: Int, tolerance: Double) {
    isSaturated = true
    for instance in site.instances {
      let preactivation = tile.values(at: instance.preactivation)[place]
      let output = tile.values(at: instance.output)[place]
      let gradient = tile.gradients(at: instance.output)[place]
      preactivations.add(preactivation)
      outputs.add(output)
      gradients.add(gradient)
      firingCount += abs(output) <= tolerance ? 0 : 1
      isDriven = isDriven || tile.gradients(at: instance.preactivation)[place] != 0
      isOpen = isOpen || (gradient != 0 && output != 0)
      isSaturated = isSaturated && Self.isSaturated(site, preactivation, output)
    }
    isOpen = isOpen || (isSilent && !(gradients.lowest == 0 && gradients.highest == 0))
    weightsWithoutInput = isDriven ? Self.weightsWithoutInput(site, tile, place) : 0
    isFullyWithoutInput = weightsWithoutInput == site.weights.count
  }

  /// How many instances there are.
  public var instanceCount: Int { outputs.count }
  /// The sum before the activation; the largest of several instances.
  public var preactivation: Double { preactivations.highest }
  /// What it gives on; the largest of several instances.
  public var output: Double { outputs.highest }
  /// The derivative of the lane's loss with respect to the output; the largest of several
  /// instances.
  public var gradient: Double { gradients.highest }

  /// Whether the gradient does not tell if there is an open path.
  var isUnsure: Bool { !isSilent && !isOpen }

  /// Whether its output is `nan` at an instance.
  public var isNotANumber: Bool { outputs.lowest.isNaN }
  /// Whether its output is exactly 0 at every instance.
  public var isSilent: Bool { outputs.lowest == 0 && outputs.highest == 0 }
  /// Whether it is not silent, yet no gradient comes back to any output that is not 0, because
  /// everything that these feed is off.
  public var isBlocked: Bool { !isSilent && !isOpen }

  private static func isSaturated(_ site: NeuronSite, _ input: Double, _ output: Double) -> Bool {
    guard let op = site.activation, op == .tanh || op == .sigmoid else { return false }
    return abs(op.pullback(1, input, 0, output).x) < saturationSlope
  }

  /// The weights that multiply 0 wherever the loss has a gradient with respect to the sum.
  private static func weightsWithoutInput(
    _ site: NeuronSite, _ tile: borrowing LaneTile, _ place: Int
  ) -> Int {
    if site.instances.count == 1 {
      return site.weights.count { tile.values(at: $0.input)[place] == 0 }
    }
    var isWithout = [Bool](repeating: true, count: site.weights.count)
    for instance in site.instances
    where tile.gradients(at: instance.preactivation)[place] != 0 {
      for (index, weight) in instance.weights.enumerated()
      where tile.values(at: weight.input)[place] != 0 {
        isWithout[index] = false
      }
    }
    return isWithout.count { $0 }
  }
}
