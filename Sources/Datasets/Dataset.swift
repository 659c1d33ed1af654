/// Examples to learn from.
public struct Dataset: Sendable, Equatable {
  /// What the inputs are called, one name for each.
  public var inputNames: [String]
  /// What the classes are called; empty when the targets are numbers.
  public var classNames: [String]
  /// What the numbers to predict are called; empty when the targets are classes.
  public var targetNames: [String]
  /// The examples in order.
  public var examples: [Example]

  /// A data set of `examples`, each with as many inputs as there are names.
  public init(
    inputNames: [String], classNames: [String], targetNames: [String] = [], examples: [Example]
  ) {
    self.inputNames = inputNames
    self.classNames = classNames
    self.targetNames = targetNames
    self.examples = examples
  }

  /// Whether it is known what should come out.
  public var hasAnswers: Bool { examples.first?.target != .unknown }
}

/// One example: the inputs and what should come out.
public struct Example: Codable, Sendable, Equatable {
  /// The features.
  public var inputs: [Double]
  /// The right answer.
  public var target: Target
  /// What it is called, such as the person it is about.
  public var name: String?

  /// An example of `inputs` whose answer is `target`.
  public init(inputs: [Double], target: Target, name: String? = nil) {
    self.inputs = inputs
    self.target = target
    self.name = name
  }
}

/// What should come out for an example.
public enum Target: Codable, Sendable, Hashable {
  /// A class, counted from 0.
  case label(Int)
  /// The numbers to predict, one for each output.
  case numbers([Double])
  /// The token that comes next at each position of a text, counted from 0.
  case tokens([Int])
  /// Nobody knows.
  case unknown
}
