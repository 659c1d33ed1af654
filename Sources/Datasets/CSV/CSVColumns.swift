/// Which columns of a table are what.
public struct CSVColumns: Codable, Sendable, Equatable {
  /// What should come out for an example.
  public enum Answer: Codable, Sendable, Equatable {
    /// The column that names the class.
    case label(String)
    /// The columns of the numbers to predict.
    case targets([String])
    /// No column says it.
    case unknown
  }

  /// The columns of the features.
  public var inputs: [String]
  /// The column or columns of what should come out.
  public var answer: Answer
  /// The column that names each example, if there is one.
  public var name: String?
  /// What the classes are called, in the order of the network's outputs; `nil` where the labels
  /// say it.
  public var classes: [String]?
  /// Whether the first line names the columns; `nil` where that is to be seen from the table.
  public var hasHeader: Bool?

  /// Columns by their names in the header, or by `column1`, `column2` and so on without one.
  public init(
    inputs: [String], answer: Answer, name: String? = nil, classes: [String]? = nil,
    hasHeader: Bool? = nil
  ) {
    self.inputs = inputs
    self.answer = answer
    self.name = name
    self.classes = classes
    self.hasHeader = hasHeader
  }

  /// The columns of the numbers to predict; `nil` where there is a class or nothing to predict.
  public var targetNames: [String]? {
    if case .targets(let names) = answer { names } else { nil }
  }

  /// All columns that are named.
  var names: [String] {
    let answers: [String] =
      switch answer {
      case .label(let label): [label]
      case .targets(let targets): targets
      case .unknown: []
      }
    return inputs + answers + (name.map { [$0] } ?? [])
  }
}
