internal import CThreadLocal
internal import Refusal

extension Tape {
  /// The tape on which this thread's values are recorded.
  @available(
    *, noasync,
    message: "an await may go on on another thread; work inside Tape.recording { } or record { }"
  )
  public static var current: Tape { owner(of: currentStorage) }

  /// Runs `body` with an empty current tape and forgets what it recorded.
  ///
  /// No ``Value`` made inside may be used after the closure ends; return numbers, a ``Program`` or
  /// ``Gradients``. The closure cannot be suspended, so this is right in asynchronous functions too.
  public static func recording<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let state = state
    let depth = state.pointee.depth
    if depth == state.pointee.lent.count { state.pointee.lent.append(ofThisThread()) }
    let tape = state.pointee.lent[depth]
    state.pointee.depth = depth + 1
    defer {
      tape.storage.pointee.clear()
      state.pointee.depth = depth
    }
    return try tape.record(body)
  }

  /// Runs `body` with this tape as the current one and returns what it returns.
  ///
  /// What was recorded stays, so a model can be made in one call and trained in others, on whichever
  /// thread each of them runs; within one call there is no other thread. Two at a time need two tapes.
  ///
  ///     let tape = Tape()
  ///     let model = tape.record { MLP(inputs: 2, layers: [8, 3], activation: .relu, random: &random) }
  public func record<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let state = Self.state
    let thread = ThreadIdentity.current
    let (before, owner) = (state.pointee.storage, storage.pointee.thread)
    require(
      owner == .none || owner == thread,
      "another thread records on this tape now; two at a time need two tapes")
    storage.pointee.thread = thread
    state.pointee.storage = storage
    defer {
      state.pointee.storage = before
      storage.pointee.thread = owner
    }
    return try withExtendedLifetime(self) { () throws(E) -> R in try body() }
  }

  /// The memory of the current tape.
  static var currentStorage: UnsafeMutablePointer<TapeStorage> { state.pointee.storage }

  static func owner(of storage: UnsafeMutablePointer<TapeStorage>) -> Tape {
    guard let owner = storage.pointee.owner else { refuse("this value's tape is no more") }
    return owner
  }

  /// The tapes of a thread.
  private struct Threads {
    /// The one that is current where no other is.
    let outermost: Tape
    /// One for each nesting of ``recording(_:)``, used again and again.
    var lent: [Tape] = []
    var depth = 0
    /// That of the current tape, to be had without counting references.
    var storage: UnsafeMutablePointer<TapeStorage>

    init() {
      outermost = ofThisThread()
      storage = outermost.storage
    }
  }

  private static func ofThisThread() -> Tape {
    let tape = Tape()
    tape.storage.pointee.thread = .current
    return tape
  }

  private static var state: UnsafeMutablePointer<Threads> {
    if let known = graphgrad_thread_slot_get() {
      return known.assumingMemoryBound(to: Threads.self)
    }
    let new = UnsafeMutablePointer<Threads>.allocate(capacity: 1)
    new.initialize(to: Threads())
    graphgrad_thread_slot_set(new) { pointer in
      let state = pointer.unsafelyUnwrapped.assumingMemoryBound(to: Threads.self)
      state.deinitialize(count: 1)
      state.deallocate()
    }
    return new
  }
}

/// What tells a thread from all others that run.
struct ThreadIdentity: Equatable {
  private let address: UInt

  /// No thread.
  static let none = ThreadIdentity(address: 0)

  /// This thread.
  @inline(__always)
  static var current: ThreadIdentity {
    ThreadIdentity(address: UInt(bitPattern: graphgrad_thread_identity()))
  }
}

extension TapeStorage {
  /// Stops if another thread records on a tape: values moved there by an `await`, or were handed over.
  @inline(never)
  static func requireThread(_ storage: UnsafeMutablePointer<TapeStorage>) {
    let thread = storage.pointee.thread
    require(
      thread == .none || thread == .current,
      """
      a value of one thread's tape is used on another thread. Between recording and use there should \
      be no await: do all of it inside Tape.recording { … }, or keep a Tape() and work inside its \
      record { … }; return numbers, a Program or Gradients
      """)
  }
}
