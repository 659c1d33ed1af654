internal import CThreadLocal

extension Tape {
  /// The tape on which this thread's values are recorded.
  public static var current: Tape { stack.tapes[stack.depth] }

  /// Runs `body` with an empty current tape and forgets what it recorded.
  ///
  /// No ``Value`` made inside may be used after the closure ends; return numbers, a ``Program`` or
  /// ``Gradients``.
  public static func recording<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let stack = stack
    stack.depth += 1
    if stack.depth == stack.tapes.count { stack.tapes.append(Tape()) }
    defer {
      stack.tapes[stack.depth].clear()
      stack.depth -= 1
    }
    return try body()
  }

  /// The tapes of a thread, one for each nesting of ``recording(_:)``.
  ///
  /// Tapes are used again, never freed: a handle that outlives its recording finds a tape of
  /// another generation and stops with a message instead of reading freed memory.
  private final class Stack {
    var tapes = [Tape()]
    var depth = 0
  }

  private static var stack: Stack {
    if let known = graphgrad_thread_slot_get() {
      return Unmanaged<Stack>.fromOpaque(known).takeUnretainedValue()
    }
    let new = Stack()
    graphgrad_thread_slot_set(Unmanaged.passRetained(new).toOpaque())
    return new
  }
}
