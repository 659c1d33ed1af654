/// What is drawn of a run: the graph of one example.
public struct ViewDescription: Codable, Sendable, Equatable {
  /// The views: `neurons` shows one box a neuron, `scalar` every value.
  public enum Kind: String, CaseIterable, Codable, Sendable { case neurons, scalar }

  /// Whose graph it is.
  public enum Subject: Codable, Sendable, Equatable {
    /// A training example, counted from 1.
    case example(Int)
    /// Numbers of one's own, with the class (from 0) or the numbers that should come out; `nil` for
    /// the class that the network predicts.
    case input([Double], target: [Double]?)
    /// A text of one's own.
    case text(String)
  }

  /// Which view.
  public var kind: Kind
  /// Whose graph it is.
  public var subject: Subject
  /// Whether a neuron's long sums are drawn as one Σ.
  public var foldsSums: Bool
  /// At which depth scopes are one box each in the view of values; `nil` for as deep as can be read.
  public var depth: Int?
  /// Scopes to open beside that, such as `block1/mlp`.
  public var expanded: [String]?
}
