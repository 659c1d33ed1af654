/// Which columns of a table are what.
public struct CSVColumns: Codable, Sendable, Equatable {
  /// What should come out for an example.
  public enum Answer: Codable, Sendable, Equatable {
    /// The column that names the class.
    case label(String)
    /// The columns of the numbers to predict.
    case targets([String])
  }

  /// The columns of the features.
  public var inputs: [String]
  /// The column or columns of what should come out.
  public var answer: Answer
  /// The column that names each example, if there is one.
  public var name: String?

  /// Columns by their names in the header.
  public init(inputs: [String], answer: Answer, name: String? = nil) {
    self.inputs = inputs
    self.answer = answer
    self.name = name
  }
}
