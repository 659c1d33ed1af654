internal import Synchronization

/// The memory of tapes that are no more, to be used again.
///
/// It is never given back to the system: a value that outlives its tape finds memory of a tape on
/// which it no longer stands, and stops with a message.
final class StoragePool: Sendable {
  static let shared = StoragePool()

  private struct Free: @unchecked Sendable {
    var storages: [UnsafeMutablePointer<TapeStorage>] = []
  }

  private let free = Mutex(Free())

  func take() -> UnsafeMutablePointer<TapeStorage> {
    let used = free.withLock { free in
      Free(storages: free.storages.popLast().map { [$0] } ?? [])
    }
    if let storage = used.storages.first { return storage }
    let storage = UnsafeMutablePointer<TapeStorage>.allocate(capacity: 1)
    storage.initialize(to: TapeStorage())
    return storage
  }

  func put(_ storage: UnsafeMutablePointer<TapeStorage>) {
    storage.pointee.clear()
    storage.pointee.thread = .none
    let used = Free(storages: [storage])
    free.withLock { $0.storages += used.storages }
  }
}
