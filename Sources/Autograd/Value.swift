internal import Refusal

/// A number that remembers how it was computed: a handle to one node of a ``Tape``.
///
///     let a = Value(2, named: "a")
///     let b = Value(-3, named: "b")
///     let loss = (a * b + 1).tanh()
///     loss.data                 // -0.9999092042625951
///     loss.backward()[a]        // -0.00054474969283142
///
/// The operators read as mathematics and take a `Double` on either side. A value belongs to the tape
/// that was current when it was recorded, which is the thread's unless it was made in
/// ``Tape/record(_:)``; used on another thread it stops with a message. It is 16 bytes, and copying
/// it copies the handle.
public struct Value {
  let storage: UnsafeMutablePointer<TapeStorage>
  private let index: UInt32
  private let generation: UInt32

  /// Records a node.
  ///
  /// - Precondition: there is room for it.
  @inline(__always)
  init(_ instruction: Instruction, _ data: Double, on storage: UnsafeMutablePointer<TapeStorage>) {
    self.storage = storage
    index = UInt32(truncatingIfNeeded: storage.pointee.append(instruction, data))
    generation = storage.pointee.cuts.generation
  }

  /// A handle to what stands at a position now.
  init(at position: Int, on storage: UnsafeMutablePointer<TapeStorage>) {
    self.storage = storage
    index = UInt32(truncatingIfNeeded: position)
    generation = storage.pointee.cuts.generation
  }

  /// The tape it is recorded on.
  var tape: Tape { Tape.owner(of: storage) }

  /// The position on the tape.
  ///
  /// - Precondition: the value has not been forgotten by ``Tape/reset(to:)`` or by the end of
  ///   ``Tape/recording(_:)``, and no other thread records on its tape.
  public var position: Int {
    if !isOnThisThread || !isKept { requireUsable() }
    return place
  }

  /// The position, for who knows that the value can be used.
  @inline(__always)
  var place: Int { Int(index) }

  /// Whether this thread records on the tape.
  @inline(__always)
  var isOnThisThread: Bool { storage.pointee.thread == .current }

  /// Whether it has not been forgotten, as far as a glance tells.
  @inline(__always)
  var isKept: Bool {
    generation == storage.pointee.cuts.generation
      || generation >= storage.pointee.cuts.keptSince && index < storage.pointee.cuts.kept
  }

  /// Stops if the value has been forgotten, or if another thread records on its tape.
  @inline(never)
  func requireUsable() {
    TapeStorage.requireThread(storage)
    require(
      storage.pointee.cuts.keep(index, of: generation),
      """
      value \(index) was forgotten when its tape was reset, or when the recording that it was made in \
      ended; what stands in its place now, if anything, is another value
      """)
  }

  /// Whether it was there when its tape had been cut so often.
  func wasRecorded(by generation: UInt32) -> Bool { self.generation <= generation }

  /// Whether both point at one node, of one recording.
  func isSameNode(as other: Value) -> Bool {
    guard storage == other.storage, index == other.index else { return false }
    let cuts = storage.pointee.cuts
    return generation == other.generation
      || cuts.keep(index, of: generation) && cuts.keep(index, of: other.generation)
  }

  /// Whether it is of the tape and of no later recording than a position.
  func wasRecorded(on origin: Tape.Position) -> Bool {
    origin.tape == Int(bitPattern: storage) && wasRecorded(by: origin.generation)
  }

  /// The number. It can be set for a leaf: an optimiser moves a parameter, a test an input.
  ///
  /// Setting it changes no value that was computed from it; those belong to the recording. So what was
  /// recorded before has no gradient any more, and cannot be drawn: draw first, then set, then record
  /// again.
  public var data: Double {
    get {
      if !isOnThisThread || !isKept { requireUsable() }
      return storage.pointee.data[place]
    }
    nonmutating set {
      if !isOnThisThread || !isKept { requireUsable() }
      let position = place
      if storage.pointee.instructions[position].op.arity != 0 { refuseSetting() }
      storage.pointee.set(position, to: newValue)
    }
  }

  @inline(never)
  private func refuseSetting() -> Never {
    refuse("only a leaf can be set; this value was computed by \(op)")
  }

  /// The operation that made it.
  public var op: Op { storage.pointee.instructions[position].op }

  /// The name given by ``named(_:)``.
  public var name: String? { storage.pointee.annotations.name(of: position) }

  /// Names the value for tables and drawings, and returns it.
  @discardableResult
  public func named(_ name: String?) -> Value {
    storage.pointee.annotations.name(position, name)
    return self
  }
}

extension Value {
  /// Records an input: a number whose gradient is of interest and that training leaves alone.
  @available(
    *, noasync,
    message: "an await may go on on another thread; record inside Tape.recording { } or record { }"
  )
  public init(_ data: Double, named name: String? = nil) {
    self = .leaf(.input, data)
    if let name { named(name) }
  }

  /// Records a parameter: a number that an optimiser changes.
  @available(
    *, noasync,
    message: "an await may go on on another thread; record inside Tape.recording { } or record { }"
  )
  public static func parameter(_ data: Double, named name: String? = nil) -> Value {
    let parameter = leaf(.parameter, data)
    return name == nil ? parameter : parameter.named(name)
  }

  /// Records a constant. It has no gradient; numbers in operators become constants.
  @available(
    *, noasync,
    message: "an await may go on on another thread; record inside Tape.recording { } or record { }"
  )
  public static func constant(_ data: Double) -> Value {
    leaf(.constant, data)
  }

  private static func leaf(_ op: Op, _ data: Double) -> Value {
    let storage = Tape.currentStorage
    if !storage.pointee.hasRoom { storage.pointee.makeRoom() }
    return Value(Instruction(op), data, on: storage)
  }
}
