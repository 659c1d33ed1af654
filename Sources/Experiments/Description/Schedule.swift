/// A number that changes at given steps, such as 0.005 from step 1 on and 0.01 from step 21 on.
public struct Schedule: Codable, Sendable, Equatable {
  /// A number and the step from which it holds.
  public struct Phase: Codable, Sendable, Equatable {
    /// The first step it holds in, counted from 1.
    public var from: Int
    /// The number.
    public var value: Double
  }

  /// In the order of their steps, the first from step 1 on.
  public var phases: [Phase]

  /// The number of a step, counted from 1.
  func value(at step: Int) -> Double? { phases.last { $0.from <= step }?.value }
}
