/// One value of a computation graph.
public struct Node: Codable, Sendable, Equatable {
  /// What part a value plays.
  public enum Role: String, Codable, Sendable, CaseIterable {
    case constant, input, parameter, intermediate
    /// The value that the gradients are those of: the loss.
    case root
    /// A scope that is drawn as one box.
    case group
  }

  /// Stable in a graph: the place in its array of nodes.
  public var id: Int
  /// What part it plays.
  public var role: Role
  /// The operation's name, such as `tanh`, or the kind of leaf.
  public var operation: String
  /// The operation's sign, such as `×`; empty for a leaf.
  public var symbol: String
  /// The name given by the user or the network.
  public var name: String?
  /// The scopes around it, outermost first.
  public var scope: [String]
  /// The ids of what it is computed from, in order; `a * a` names `a` twice.
  public var operands: [Int]
  /// The derivative of this value with respect to each operand.
  public var derivatives: [Double]
  /// The number.
  public var data: Double
  /// The derivative of the root with respect to it; a constant has none.
  public var gradient: Double?
  /// Where two moments are compared, what ``data`` was and is; ``data`` itself is the difference.
  /// Where a step's update is shown, how far it moves a parameter.
  public var dataChange: Change?
  /// The same of ``gradient``.
  public var gradientChange: Change?
  /// What is known of it at a moment within a step.
  public var progress: Progress?
  /// Of a group what is in it; its ``data`` and ``gradient`` are the largest sizes of what flows out.
  public var group: Group?
  /// Of a group what flows in, for each of its ``operands``.
  public var flows: [Flow]?

  /// A node; `operands` and `derivatives` go together.
  public init(
    id: Int, role: Role, operation: String, symbol: String, name: String?, scope: [String],
    operands: [Int], derivatives: [Double], data: Double, gradient: Double?
  ) {
    self.id = id
    self.role = role
    self.operation = operation
    self.symbol = symbol
    self.name = name
    self.scope = scope
    self.operands = operands
    self.derivatives = derivatives
    self.data = data
    self.gradient = gradient
  }
}
