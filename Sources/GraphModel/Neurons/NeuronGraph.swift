/// A network with one node a neuron, as plain data: for one example, or over a set of them.
public struct NeuronGraph: Codable, Sendable, Equatable {
  /// The version of the JSON form.
  public static let formatVersion = 1

  /// The version that this graph is in.
  public var format = NeuronGraph.formatVersion
  /// What the graph is of.
  public var name: String
  /// How many examples the numbers are over; `nil` for the numbers of one example.
  public var exampleCount: Int?
  /// When the numbers are changes since then, such as `step 36`; `nil` for plain numbers.
  public var comparedTo: String?
  /// The moment within a step that is drawn; `nil` for the whole step.
  public var moment: Moment?
  /// Inputs, neurons, outputs and loss, column by column; a node's id is its place here.
  public var nodes: [NeuronNode]
  /// What goes from node to node.
  public var edges: [NeuronEdge]

  /// A graph of `nodes`, each at the place that is its id.
  public init(name: String, exampleCount: Int?, nodes: [NeuronNode], edges: [NeuronEdge]) {
    self.name = name
    self.exampleCount = exampleCount
    self.nodes = nodes
    self.edges = edges
  }
}

/// What one node adds to another.
public struct NeuronEdge: Codable, Sendable, Equatable {
  /// The id of the node it comes from.
  public var source: Int
  /// The id of the node it goes to.
  public var target: Int
  /// The weight; `nil` where the value is taken as it is.
  public var weight: Double?
  /// The weight's name, such as `layer1/neuron3/w2`.
  public var parameter: String?
  /// The weight times the value; over a set the mean of it.
  public var contribution: Double
  /// Whether the contribution is exactly 0, over a set in every example.
  public var isZero: Bool
  /// Where two moments are compared, what the contribution was and is; where a step's update is
  /// shown, what the weight was and is.
  public var change: Change?

  /// An edge.
  public init(source: Int, target: Int, weight: Double?, contribution: Double, isZero: Bool) {
    self.source = source
    self.target = target
    self.weight = weight
    self.contribution = contribution
    self.isZero = isZero
  }
}
