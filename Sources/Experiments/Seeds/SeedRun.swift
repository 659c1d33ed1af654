/// What training from one seed came to.
public struct SeedRun: Sendable, Equatable {
  /// How well the network does on a part of the examples.
  public struct Result: Sendable, Equatable {
    /// How many examples there are.
    public let count: Int
    /// Their loss, with the penalty.
    public let loss: Double
    /// The share of them predicted right; `nil` where a number is predicted.
    public let accuracy: Double?

    /// How many of them are predicted right.
    public var rightCount: Int? { accuracy.map { Int(($0 * Double(count)).rounded()) } }
  }

  /// Where its random numbers start.
  public let seed: UInt64
  /// How many updates were made, at the goal no more.
  public let steps: Int
  /// Whether the goal was reached; without one it never is.
  public let isReached: Bool
  /// On the examples it learnt from.
  public let training: Result
  /// On those kept apart to watch; `nil` if there are none.
  public let validation: Result?
  /// On those kept apart to judge by; `nil` if there are none.
  public let test: Result?
  /// How many of the neurons that get a verdict are 0 in every training example at the end.
  public let deadCount: Int
  /// How many neurons get a verdict: all but linear outputs.
  public let neuronCount: Int
}
