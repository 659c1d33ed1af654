/// The recording of a computation: one node per value, in the order in which they were computed.
///
/// Flat storage of 16 bytes a node, without objects, closures or recursion, so a chain of a million
/// operations records, differentiates and frees in constant stack. The recorded order is a
/// topological order: an operand always stands before what uses it.
///
/// Every thread has a current tape, on which ``Value``s record themselves; ``recording(_:)`` lends
/// a fresh one for the length of a closure.
public final class Tape {
  let storage: UnsafeMutablePointer<TapeStorage>
  /// The names and scopes of the recorded values.
  public var annotations: Annotations { storage.pointee.annotations }
  /// The graph that gradients were last asked of.
  var trace: Trace?

  init() {
    storage = .allocate(capacity: 1)
    storage.initialize(to: TapeStorage(owner: self))
  }

  deinit {
    storage.pointee.deallocate()
    storage.deinitialize(count: 1)
    storage.deallocate()
  }

  /// The number of values recorded.
  public var count: Int { storage.pointee.count }
}

extension Tape {
  /// A place on a tape to come back to.
  public struct Position: Sendable {
    let count: Int
    let generation: UInt32
  }

  /// The place after the last recorded value.
  public var position: Position {
    Position(count: count, generation: storage.pointee.generation)
  }

  /// Forgets what was recorded after `position` and keeps the storage, so that a training loop
  /// records each step in the memory of the last one.
  ///
  /// Values recorded before `position` stay valid; the later ones must not be used any more.
  public func reset(to position: Position) {
    precondition(
      position.generation == storage.pointee.generation && position.count <= count,
      "position \(position.count) is not on this tape of \(count) values, or no longer")
    storage.pointee.cut(to: position.count)
    storage.pointee.annotations.forget(from: position.count)
  }

  /// Forgets everything.
  func clear() {
    storage.pointee.clear()
  }
}
