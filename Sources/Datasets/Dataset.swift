/// Examples to learn from.
public struct Dataset: Sendable, Equatable {
  /// What the inputs are called, one name for each.
  public var inputNames: [String]
  /// What the classes are called; empty when the targets are numbers.
  public var classNames: [String]
  /// The examples in order.
  public var examples: [Example]

  /// A data set of `examples`, each with as many inputs as there are names.
  public init(inputNames: [String], classNames: [String], examples: [Example]) {
    self.inputNames = inputNames
    self.classNames = classNames
    self.examples = examples
  }
}

/// One example: the inputs and what should come out.
public struct Example: Sendable, Equatable {
  /// The features.
  public var inputs: [Double]
  /// The right answer.
  public var target: Target

  /// An example of `inputs` whose answer is `target`.
  public init(inputs: [Double], target: Target) {
    self.inputs = inputs
    self.target = target
  }
}

/// What should come out for an example.
public enum Target: Sendable, Hashable {
  /// A class, counted from 0.
  case label(Int)
  /// A number to predict.
  case number(Double)
}
