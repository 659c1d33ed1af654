public import Autograd

/// Where a neuron stands in a program: an affine sum of values by weights, and its activation.
public struct NeuronSite: Sendable, Equatable {
  /// A weight with what it multiplies; positions in the program.
  public struct Weight: Sendable, Equatable {
    /// The weight.
    public let parameter: Int
    /// The value it multiplies.
    public let input: Int
  }

  /// Its scope, such as `layer1/neuron3`, or the name of its output where it has no scope.
  public let name: String
  /// Its column: 1 more than the largest of the neurons it reads, so 1 next to the inputs.
  public let layer: Int
  /// What is done with the sum; `nil` for a linear neuron.
  public let activation: Op?
  /// The position of the sum.
  public let preactivation: Int
  /// The position of what it gives on: of the activation, or of the sum.
  public let output: Int
  /// The weights in the order of the sum.
  public let weights: [Weight]
  /// The positions of the biases, usually one.
  public let biases: [Int]
  /// The positions of values that are added as they are, as in a residual connection.
  public let addends: [Int]
  /// Whether its output is one of the network's.
  public let isOutput: Bool

  /// The positions of the weights and biases.
  public var parameters: [Int] { weights.map(\.parameter) + biases }

  /// Whether it has a verdict: all but the linear outputs, which cannot be off.
  public var isJudged: Bool { activation != nil || !isOutput }
}
