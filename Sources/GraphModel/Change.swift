/// What a number was before and what it is now.
public struct Change: Codable, Sendable, Equatable {
  /// Before.
  public var was: Double
  /// Now.
  public var now: Double

  /// From one number to another.
  public init(was: Double, now: Double) {
    self.was = was
    self.now = now
  }

  /// Exactly 0 for equal numbers, and where both are `nan`.
  public var difference: Double {
    was == now || (was.isNaN && now.isNaN) ? 0 : now - was
  }

  /// Whether it went from below 0 to above or the other way round.
  public var isFlip: Bool { (was < 0 && now > 0) || (was > 0 && now < 0) }
}

/// What happened to a neuron between two moments.
public enum Fate: String, Codable, Sendable {
  /// It is dead and was not.
  case newlyDead = "newly-dead"
  /// It was dead and is not.
  case revived
}

extension Fate {
  init?(was: Verdict?, now: Verdict?) {
    if now == .dead, was != .dead {
      self = .newlyDead
    } else if was == .dead, now != .dead {
      self = .revived
    } else {
      return nil
    }
  }
}
