/// The memory of a tape, reached by a bare pointer.
///
/// Values hold this pointer instead of the tape object: reading a class's fields from an operator
/// costs a retain, a release and an exclusivity check, together more than the operation itself.
struct TapeStorage {
  private(set) var instructions: UnsafeMutablePointer<Instruction>
  private(set) var data: UnsafeMutablePointer<Double>
  private var capacity: Int
  private(set) var count = 0
  /// Grows whenever recorded values are forgotten, so that their handles can be told from new ones.
  private(set) var generation: UInt32 = 0
  /// The names and scopes of the recorded values.
  var annotations = Annotations()
  /// The tape this is the memory of, for what is seldom needed.
  unowned(unsafe) let owner: Tape

  private static let initialCapacity = 1024

  init(owner: Tape) {
    self.owner = owner
    capacity = Self.initialCapacity
    instructions = .allocate(capacity: capacity)
    data = .allocate(capacity: capacity)
  }

  /// Gives the memory back.
  func deallocate() {
    instructions.deallocate()
    data.deallocate()
  }

  /// Appends a node and returns its position.
  @inline(__always)
  mutating func append(_ instruction: Instruction, _ value: Double) -> Int {
    if count == capacity { grow() }
    let position = count
    instructions[position] = instruction
    data[position] = value
    count = position + 1
    return position
  }

  /// Forgets the nodes from `count` on.
  mutating func cut(to count: Int) {
    self.count = count
  }

  /// Forgets everything, and gives back the memory of a tape that grew large.
  mutating func clear() {
    count = 0
    generation &+= 1
    annotations = Annotations()
    guard capacity > 1 << 20 else { return }
    deallocate()
    capacity = Self.initialCapacity
    instructions = .allocate(capacity: capacity)
    data = .allocate(capacity: capacity)
  }

  @inline(never)
  private mutating func grow() {
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
