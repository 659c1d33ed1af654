public import Autograd

/// Where a neuron stands in a program: affine sums of values by its weights, each with its
/// activation.
///
/// Most neurons compute one sum in an example. One whose weights are used at several places, as a
/// filter of a convolution is, or a neuron of a text model at each letter, has an *instance* at
/// each.
public struct NeuronSite: Sendable, Equatable {
  /// A weight with what it multiplies; positions in the program.
  public struct Weight: Sendable, Equatable {
    /// The weight.
    public let parameter: Int
    /// The value it multiplies.
    public let input: Int
  }

  /// A place where the neuron's weights are used.
  public struct Instance: Sendable, Equatable {
    /// The rest of its scope, such as `row3column4`; empty where there is but one.
    public let name: String
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
  }

  /// Its scope, such as `layer1/neuron3`, or the name of its output where it has no scope. With
  /// several instances the scope of its weights, such as `convolution1/filter2`.
  public let name: String
  /// Its column: 1 more than the largest of the neurons it reads, so 1 next to the inputs.
  public let layer: Int
  /// What is done with the sum; `nil` for a linear neuron.
  public let activation: Op?
  /// Whether its output is one of the network's.
  public let isOutput: Bool
  /// The places where its weights are used, in the order in which they were recorded.
  public let instances: [Instance]

  /// The positions of the weights and biases.
  public var parameters: [Int] { weights.map(\.parameter) + biases }

  /// Whether it has a verdict: all but the linear outputs, which cannot be off, and projections,
  /// sums with neither bias nor activation, which make a whole of what others gave on.
  public var isJudged: Bool { activation != nil || (!isOutput && !biases.isEmpty) }

  /// The positions of what it gives on, instance by instance.
  public var outputs: [Int] { instances.map(\.output) }
}

extension NeuronSite {
  /// The position of the sum of the first instance.
  public var preactivation: Int { instances[0].preactivation }
  /// The position of what the first instance gives on.
  public var output: Int { instances[0].output }
  /// The weights in the order of the first instance's sum.
  public var weights: [Weight] { instances[0].weights }
  /// The positions of the biases, usually one.
  public var biases: [Int] { instances[0].biases }
  /// The positions of values that the first instance adds as they are.
  public var addends: [Int] { instances[0].addends }
}
