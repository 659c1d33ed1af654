internal import Synchronization

/// What was made last, with what it was made for: a run asks for the same again at every step.
final class LastMade<Key: Equatable & Sendable, Made: Sendable>: Sendable {
  private let last = Mutex<(key: Key, made: Made)?>(nil)

  /// What was made last, if it was for this.
  func made(for key: Key) -> Made? {
    last.withLock { $0.flatMap { $0.key == key ? $0.made : nil } }
  }

  /// Keeps `made`, and returns it.
  func keep(_ made: Made, for key: Key) -> Made {
    last.withLock { $0 = (key, made) }
    return made
  }
}
