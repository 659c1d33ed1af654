/// What an optimiser remembers between two steps, as plain data.
public struct OptimizerState: Sendable, Equatable {
  /// A list with one number for each parameter.
  public struct Row: Sendable, Equatable {
    /// Such as `m`, the mean of the gradients.
    public let name: String
    /// The numbers; all 0 before the first step.
    public let numbers: [Double]

    /// A row.
    public init(name: String, numbers: [Double]) {
      self.name = name
      self.numbers = numbers
    }
  }

  /// How many steps were taken.
  public var time: Int
  /// What is remembered of each parameter.
  public var rows: [Row]

  /// A state.
  public init(time: Int, rows: [Row]) {
    self.time = time
    self.rows = rows
  }
}
