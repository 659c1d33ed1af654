/// The recording of a computation: one node per value, in the order in which they were computed.
///
/// Flat storage of 16 bytes a node, without objects, closures or recursion, so a chain of a million
/// operations records, differentiates and frees in constant stack. The recorded order is a
/// topological order: an operand always stands before what uses it.
///
/// Every thread has a current tape, on which ``Value``s record themselves; ``recording(_:)`` lends
/// a fresh one for the length of a closure.
public final class Tape {
  private(set) var instructions: UnsafeMutablePointer<Instruction>
  private(set) var data: UnsafeMutablePointer<Double>
  private var capacity: Int
  /// The number of values recorded.
  public private(set) var count = 0
  /// Grows whenever recorded values are forgotten, so that their handles can be told from new ones.
  private(set) var generation: UInt32 = 0
  /// The names and scopes of the recorded values.
  public internal(set) var annotations = Annotations()

  private static let initialCapacity = 1024

  init() {
    capacity = Self.initialCapacity
    instructions = .allocate(capacity: capacity)
    data = .allocate(capacity: capacity)
  }

  deinit {
    instructions.deallocate()
    data.deallocate()
  }

  /// Appends a node and returns its position.
  func append(_ instruction: Instruction, _ value: Double) -> Int {
    if count == capacity { grow() }
    let position = count
    instructions[position] = instruction
    data[position] = value
    count = position + 1
    return position
  }

  private func grow() {
    precondition(
      capacity < Instruction.limit, "a tape holds at most \(Instruction.limit) values")
    instructions = Self.moved(instructions, count, to: 2 * capacity)
    data = Self.moved(data, count, to: 2 * capacity)
    capacity *= 2
  }

  private static func moved<T>(
    _ old: UnsafeMutablePointer<T>, _ count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<T> {
    let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    new.moveInitialize(from: old, count: count)
    old.deallocate()
    return new
  }
}

extension Tape {
  /// A place on a tape to come back to.
  public struct Position: Sendable {
    let count: Int
    let generation: UInt32
  }

  /// The place after the last recorded value.
  public var position: Position { Position(count: count, generation: generation) }

  /// Forgets what was recorded after `position` and keeps the storage, so that a training loop
  /// records each step in the memory of the last one.
  ///
  /// Values recorded before `position` stay valid; the later ones must not be used any more.
  public func reset(to position: Position) {
    precondition(
      position.generation == generation && position.count <= count,
      "position \(position.count) is not on this tape of \(count) values, or no longer")
    count = position.count
    annotations.forget(from: count)
  }

  /// Forgets everything, and gives back the memory of a tape that grew large.
  func clear() {
    count = 0
    generation &+= 1
    annotations = Annotations()
    guard capacity > 1 << 20 else { return }
    instructions.deallocate()
    data.deallocate()
    capacity = Self.initialCapacity
    instructions = .allocate(capacity: capacity)
    data = .allocate(capacity: capacity)
  }
}
