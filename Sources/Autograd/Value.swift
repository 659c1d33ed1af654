/// A number that remembers how it was computed: a handle to one node of a ``Tape``.
///
///     let a = Value(2, named: "a")
///     let b = Value(-3, named: "b")
///     let loss = (a * b + 1).tanh()
///     loss.data                 // -0.9999092042625951
///     loss.backward()[a]        // -0.0005447496928315809
///
/// The operators read as mathematics and take a `Double` on either side. A value belongs to the
/// thread that recorded it and to the tape that was current there; it is 16 bytes, and copying it
/// copies the handle.
public struct Value {
  let storage: UnsafeMutablePointer<TapeStorage>
  private let index: UInt32
  private let generation: UInt32

  /// Records a node.
  @inline(__always)
  init(_ instruction: Instruction, _ data: Double, on storage: UnsafeMutablePointer<TapeStorage>) {
    self.storage = storage
    index = UInt32(truncatingIfNeeded: storage.pointee.append(instruction, data))
    generation = storage.pointee.generation
  }

  /// The tape it is recorded on.
  var tape: Tape { storage.pointee.owner }

  /// The position on the tape.
  ///
  /// - Precondition: the value has not been forgotten by ``Tape/reset(to:)`` or by the end of
  ///   ``Tape/recording(_:)``.
  public var position: Int {
    precondition(
      generation == storage.pointee.generation && index < storage.pointee.count,
      "value \(index) was recorded on a tape that has since been reset")
    return Int(index)
  }

  /// The number. It can be set for a leaf: an optimiser moves a parameter, a test an input.
  ///
  /// Setting it changes no value that was computed from it; those belong to the recording.
  public var data: Double {
    get { storage.pointee.data[position] }
    nonmutating set {
      precondition(op.arity == 0, "only a leaf can be set; this value was computed by \(op)")
      storage.pointee.data[position] = newValue
    }
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
  public init(_ data: Double, named name: String? = nil) {
    self = .leaf(.input, data).named(name)
  }

  /// Records a parameter: a number that an optimiser changes.
  public static func parameter(_ data: Double, named name: String? = nil) -> Value {
    leaf(.parameter, data).named(name)
  }

  /// Records a constant. It has no gradient; numbers in operators become constants.
  public static func constant(_ data: Double) -> Value {
    leaf(.constant, data)
  }

  private static func leaf(_ op: Op, _ data: Double) -> Value {
    Value(Instruction(op), data, on: Tape.currentStorage)
  }
}
