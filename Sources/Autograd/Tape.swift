internal import Refusal

/// The recording of a computation: one node per value, in the order in which they were computed.
///
/// Flat storage of 16 bytes a node, without objects, closures or recursion, so a chain of a million
/// operations records, differentiates and frees in constant stack. The recorded order is a
/// topological order: an operand always stands before what uses it.
///
/// Every thread has a current tape, on which ``Value``s record themselves. ``recording(_:)`` lends a
/// fresh one for the length of a closure; a tape of one's own, for work that goes from thread to
/// thread, is current during ``record(_:)``; the article Concurrency tells when to use which.
public final class Tape {
  let storage: UnsafeMutablePointer<TapeStorage>
  /// The graph that gradients were last asked of.
  var trace: Trace?

  /// An empty tape, on which ``record(_:)`` records.
  public init() {
    storage = StoragePool.shared.take()
    storage.pointee.owner = self
  }

  deinit {
    storage.pointee.owner = nil
    StoragePool.shared.put(storage)
  }

  /// The number of values recorded.
  public var count: Int { storage.pointee.count }
  /// The names and scopes of the recorded values.
  public var annotations: Annotations { storage.pointee.annotations }
}

extension Tape {
  /// A place on a tape to come back to.
  public struct Position: Sendable {
    let count: Int
    let generation: UInt32
    let tape: Int
  }

  /// The place after the last recorded value.
  public var position: Position {
    Position(
      count: count, generation: storage.pointee.cuts.generation, tape: Int(bitPattern: storage))
  }

  /// Forgets what was recorded after `position` and keeps the storage, so that a training loop
  /// records each step in the memory of the last one.
  ///
  /// Values recorded before `position` stay valid; a later one stops the program with a message where
  /// it is used.
  ///
  /// - Precondition: a position of this tape, behind which it was not reset.
  public func reset(to position: Position) {
    require(
      position.tape == Int(bitPattern: storage),
      "position \(position.count) is one of another tape")
    require(
      position.count == 0
        || storage.pointee.cuts.keep(UInt32(position.count - 1), of: position.generation),
      """
      position \(position.count) is on this tape no longer: it was reset to an earlier one, and what \
      stands there now, if anything, was recorded since
      """)
    TapeStorage.requireThread(storage)
    storage.pointee.cut(to: position.count)
  }
}
