/// A neuron, an input, an output or the loss, with its numbers.
public struct NeuronNode: Codable, Sendable, Equatable {
  /// What part a node plays.
  public enum Kind: String, Codable, Sendable { case input, neuron, output, loss }

  /// The numbers of a value: one, or the mean and range over a set of examples.
  public struct Numbers: Codable, Sendable, Equatable {
    /// The number, or the mean.
    public var value: Double
    /// The smallest.
    public var lowest: Double
    /// The largest.
    public var highest: Double

    /// The mean and range.
    public init(value: Double, lowest: Double, highest: Double) {
      self.value = value
      self.lowest = lowest
      self.highest = highest
    }

    /// One number.
    public init(_ value: Double) { self.init(value: value, lowest: value, highest: value) }
  }

  /// The place in the graph's array of nodes.
  public var id: Int
  /// What part it plays.
  public var kind: Kind
  /// The column it stands in: 0 for the inputs.
  public var column: Int
  /// The whole name, such as `layer1/neuron3`.
  public var name: String
  /// The name inside its column, such as `neuron3`.
  public var label: String
  /// The operation that follows the sum, such as `relu`; `nil` where there is none.
  public var activation: String?
  /// At how many places its weights are used in an example, or how many inputs it stands for; `nil`
  /// for one. Its numbers are means and ranges over them.
  public var instances: Int?
  /// At how many of these places its output is not 0 in the example that is drawn.
  public var firingInstances: Int?
  /// The sum before the activation.
  public var preactivation: Numbers?
  /// What it gives on.
  public var output: Numbers
  /// The derivative of the loss with respect to what it gives on.
  public var gradient: Numbers?
  /// The derivative of the loss with respect to the sum: what its weights learn from.
  public var preactivationGradient: Numbers?
  /// The probability that the loss reads from an output.
  public var probability: Double?
  /// Whether the output is the one of the right class.
  public var isTarget: Bool
  /// In what share of the examples its output is not 0.
  public var fires: Double?
  /// What is said of it.
  public var verdict: Verdict?
  /// Everything that holds of it.
  public var holds: [Finding]
  /// One sentence that says why.
  public var reason: String?
  /// What its numbers were and are, where two moments are compared.
  public var changes: Changes?
  /// What is known of it at a moment within a step.
  public var progress: Progress?

  /// What the numbers of a node were and are.
  public struct Changes: Codable, Sendable, Equatable {
    /// Of the sum before the activation.
    public var preactivation: Change?
    /// Of what it gives on.
    public var output: Change
    /// Of the gradient of that.
    public var gradient: Change?
    /// Of the gradient of the sum.
    public var preactivationGradient: Change?
    /// What happened to it.
    public var fate: Fate?
  }

  /// A node without a verdict.
  public init(
    id: Int, kind: Kind, column: Int, name: String, label: String, activation: String? = nil,
    preactivation: Numbers? = nil, output: Numbers, gradient: Numbers? = nil,
    preactivationGradient: Numbers? = nil, probability: Double? = nil, isTarget: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.column = column
    self.name = name
    self.label = label
    self.activation = activation
    self.preactivation = preactivation
    self.output = output
    self.gradient = gradient
    self.preactivationGradient = preactivationGradient
    self.probability = probability
    self.isTarget = isTarget
    holds = []
  }
}
