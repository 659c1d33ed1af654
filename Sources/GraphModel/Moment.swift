/// A moment within a training step: what has been computed so far.
public struct Moment: Codable, Sendable, Equatable {
  /// The parts of a step, in order.
  public enum Phase: String, Codable, Sendable { case forward, loss, backward, update }

  /// How much happens at once.
  public enum Grain: String, Codable, Sendable, CaseIterable { case operation, neuron, layer }

  /// Which part of the step.
  public var phase: Phase
  /// Which of the moments of this part, counted from 1.
  public var place: Int
  /// How many moments this part has.
  public var count: Int
  /// The ids of what is computed, or gone back over, at this moment; in order.
  public var active: [Int]
}

/// What is known of a value at a moment.
public struct Progress: Codable, Sendable, Equatable {
  /// Whether it has been computed.
  public var hasData: Bool
  /// Whether its gradient is complete: all that use it have been gone back over.
  public var hasGradient: Bool
  /// Whether it has been gone back over itself.
  public var isPassed: Bool
  /// Whether it is computed, gone back over or moved at this moment.
  public var isActive: Bool
}
