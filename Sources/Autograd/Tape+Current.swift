internal import CThreadLocal

extension Tape {
  /// The tape on which this thread's values are recorded.
  public static var current: Tape { state.pointee.tapes[state.pointee.depth] }

  /// Runs `body` with an empty current tape and forgets what it recorded.
  ///
  /// No ``Value`` made inside may be used after the closure ends; return numbers, a ``Program`` or
  /// ``Gradients``.
  public static func recording<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let state = state
    let depth = state.pointee.depth + 1
    if depth == state.pointee.tapes.count { state.pointee.tapes.append(Tape()) }
    state.pointee.depth = depth
    defer {
      state.pointee.tapes[depth].clear()
      state.pointee.depth = depth - 1
    }
    return try body()
  }

  /// The memory of the current tape.
  static var currentStorage: UnsafeMutablePointer<TapeStorage> { state.pointee.storage }

  /// The tapes of a thread, one for each nesting of ``recording(_:)``.
  ///
  /// Tapes are used again, never freed: a handle that outlives its recording finds a tape of
  /// another generation and stops with a message instead of reading freed memory.
  private struct Stack {
    var tapes = [Tape()]
    var depth = 0 {
      didSet { storage = tapes[depth].storage }
    }
    /// That of the current tape, to be had without counting references.
    private(set) var storage: UnsafeMutablePointer<TapeStorage>

    init() {
      storage = tapes[0].storage
    }
  }

  private static var state: UnsafeMutablePointer<Stack> {
    if let known = graphgrad_thread_slot_get() { return known.assumingMemoryBound(to: Stack.self) }
    let new = UnsafeMutablePointer<Stack>.allocate(capacity: 1)
    new.initialize(to: Stack())
    graphgrad_thread_slot_set(new)
    return new
  }
}
