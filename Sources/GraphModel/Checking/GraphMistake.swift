/// What keeps plain data that was read from being a graph, and where in it.
public struct GraphMistake: Error, Equatable, Sendable {
  /// A key of an object or a place in a list, counted from 0.
  public enum Step: Equatable, Sendable {
    case key(String)
    case place(Int)
  }

  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// Another version of the form than ``Graph/formatVersion``.
    case version(Int)
    /// There are no nodes.
    case empty
    /// The id of a node is not its place.
    case id(expected: Int)
    /// This names no node that may stand here: there are those below a number.
    case node(Int, below: Int)
    /// As many numbers as operands should stand here.
    case count(Int, expected: Int)
    /// The operation takes another number of operands.
    case arity(operation: String, Int)
    /// A folded scope in place of values.
    case group
    /// Deeper scopes than are drawn.
    case depth(limit: Int)
    /// A number outside its range.
    case range(Double, ClosedRange<Double>)
    /// Columns are counted from 0 without a gap.
    case column(Int)
    /// An edge goes from a column to a later one.
    case direction
  }

  /// The way to it from the outermost object.
  public let path: [Step]
  /// What is wrong.
  public let problem: Problem

  init(_ problem: Problem, at path: Step...) {
    self.path = path
    self.problem = problem
  }
}
