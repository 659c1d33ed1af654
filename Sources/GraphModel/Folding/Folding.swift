/// Which scopes of a graph are drawn as one box each.
public struct Folding: Sendable, Equatable {
  /// How deep scopes are opened.
  public enum Depth: Sendable, Equatable {
    /// Every value has its box.
    case all
    /// Scopes at this depth are boxes: at 1 the outermost ones, at 0 there are none and it is 1.
    /// Where that is too much to lay out it is less.
    case level(Int)
    /// As deep as gives no more boxes than ``Folding/readableCount``, if all of them are too many to
    /// lay out in a moment.
    case automatic
  }

  /// How deep scopes are opened.
  public var depth: Depth
  /// Scopes to open beside that, with all around them, such as `block1/mlp`.
  public var expanded: [String]

  /// A choice of scopes.
  public init(depth: Depth = .automatic, expanded: [String] = []) {
    self.depth = depth
    self.expanded = expanded
  }

  /// Every value has its box.
  public static let none = Folding(depth: .all)

  /// So many boxes a person can read at one sight, more or less.
  public static let readableCount = 120
  /// Graphs of more values are folded if nothing else is said: laying them out takes seconds.
  public static let automaticCount = 2_000
}

/// A scope to open that is not there.
public struct UnknownScope: Error, Equatable, Sendable {
  /// The scope that was asked for.
  public let name: String
  /// The scopes beside which it should have been.
  public let known: [String]

  /// A name that is none of those known.
  public init(name: String, known: [String]) {
    self.name = name
    self.known = known
  }
}
