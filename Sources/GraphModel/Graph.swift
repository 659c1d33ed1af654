/// A computation graph with its numbers, as plain data.
public struct Graph: Codable, Sendable, Equatable {
  /// The version of the JSON form.
  public static let formatVersion = 1

  /// The version that this graph is in.
  public var format = Graph.formatVersion
  /// What the graph is of.
  public var name: String
  /// The id of the value that the gradients are those of; in a part of a graph that does not hold
  /// it, of the value that the part is about.
  public var root: Int
  /// In a part of a graph, the name of the value that the gradients are those of.
  public var gradientsOf: String?
  /// When the numbers are changes since then, such as `step 36`; `nil` for plain numbers.
  public var comparedTo: String?
  /// The moment within a step that is drawn; `nil` for the whole step.
  public var moment: Moment?
  /// What is said of the neurons in it, by the path of their scope, such as `layer1/neuron3`.
  public var neurons: [String: Statement]?
  /// The values, operands before what uses them; a node's id is its place here.
  public var nodes: [Node]

  /// What is said of a neuron.
  public struct Statement: Codable, Sendable, Equatable {
    /// In one word.
    public var verdict: Verdict
    /// In a sentence.
    public var reason: String
    /// What happened to it, where two moments are compared.
    public var fate: Fate?

    /// A verdict and why.
    public init(verdict: Verdict, reason: String) {
      self.verdict = verdict
      self.reason = reason
    }
  }

  /// A graph of `nodes`, each at the place that is its id.
  public init(name: String, root: Int, nodes: [Node], gradientsOf: String? = nil) {
    self.gradientsOf = gradientsOf
    self.name = name
    self.root = root
    self.nodes = nodes
  }

  /// The first value that is not a finite number though it was computed from finite ones.
  public var firstNonFinite: Node? {
    nodes.indices.first { id in
      !nodes[id].data.isFinite && nodes[id].operands.allSatisfy { nodes[$0].data.isFinite }
    }.map { nodes[$0] }
  }

  /// The first value whose gradient is not finite, in the order of the backward pass.
  public var firstNonFiniteGradient: Node? {
    nodes.last { $0.gradient.map { !$0.isFinite } ?? false }
  }
}
