internal import Refusal

/// The memory of a tape, reached by a bare pointer.
///
/// Values hold this pointer instead of the tape object: reading a class's fields from an operator
/// costs a retain, a release and an exclusivity check, together more than the operation itself.
struct TapeStorage {
  private(set) var instructions: UnsafeMutablePointer<Instruction>
  private(set) var data: UnsafeMutablePointer<Double>
  private var capacity: Int
  private(set) var count = 0
  /// Which recorded values have been forgotten.
  private(set) var cuts = Cuts()
  /// Which values may have been computed from leaves that were set later.
  var writes = LeafWrites()
  /// The thread that records on it now; none for a tape that is not recording.
  var thread = ThreadIdentity.none
  /// The names and scopes of the recorded values.
  var annotations = Annotations()
  /// The tape this is the memory of, for what is seldom needed.
  unowned(unsafe) var owner: Tape?

  private static let initialCapacity = 1024

  init() {
    capacity = Self.initialCapacity
    instructions = .allocate(capacity: capacity)
    data = .allocate(capacity: capacity)
  }

  /// Whether another node can be appended.
  @inline(__always)
  var hasRoom: Bool { count < capacity }

  /// Appends a node and returns its position.
  ///
  /// - Precondition: there is room.
  @inline(__always)
  mutating func append(_ instruction: Instruction, _ value: Double) -> Int {
    let position = count
    instructions[position] = instruction
    data[position] = value
    count = position &+ 1
    return position
  }

  /// Gives a leaf another number.
  @inline(__always)
  mutating func set(_ leaf: Int, to number: Double) {
    if data[leaf].bitPattern == number.bitPattern { return }
    data[leaf] = number
    writes.note(leaf, count: count)
  }

  /// Forgets the nodes from `count` on.
  mutating func cut(to count: Int) {
    if count == self.count { return }
    self.count = count
    cuts.cut(at: count)
    writes.cut(at: count)
    annotations.forget(from: count)
  }

  /// Forgets everything, and gives back the memory of a tape that grew large.
  mutating func clear() {
    cut(to: 0)
    annotations = Annotations()
    guard capacity > 1 << 20 else { return }
    instructions.deallocate()
    data.deallocate()
    capacity = Self.initialCapacity
    instructions = .allocate(capacity: capacity)
    data = .allocate(capacity: capacity)
  }

  /// Makes room for another node.
  @inline(never)
  mutating func makeRoom() {
    if hasRoom { return }
    require(capacity < Instruction.limit, "a tape holds at most \(Instruction.limit) values")
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
