internal import Foundation
internal import Synchronization

/// A file beside its target, until it is whole and takes the target's place.
///
/// Its name holds the number of the process that writes it, and it is locked while that lives: what
/// a killed one left behind is swept away by the next that writes to the same target.
final class PartialFile {
  private let target: OutputTarget
  private let path: String
  private let descriptor: Int32
  private var isOpen = true

  private static let counter = Atomic<Int>(0)

  init(of target: OutputTarget) throws(OutputError) {
    self.target = target
    LeftPartials.sweep(target)
    let number = Self.counter.add(1, ordering: .relaxed).newValue
    let name = LeftPartials.prefix(target) + "\(getpid()).\(number)" + LeftPartials.ending
    path = PathWords.joined(target.folder, name)
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(target.path) }
    flock(descriptor, LOCK_EX | LOCK_NB)
    do { try Confinement.check(descriptor, path) } catch {
      remove()
      throw OutputError(path: target.path, reason: "\(error)")
    }
  }

  deinit { if isOpen { close(descriptor) } }

  func write(_ bytes: [UInt8]) throws(OutputError) {
    guard Descriptor.writeAll(bytes, to: descriptor) else { throw .system(target.path) }
    if let permissions = target.permissions { fchmod(descriptor, permissions) }
    isOpen = false
    guard close(descriptor) == 0 else { throw .system(target.path) }
  }

  /// Takes the target's place.
  func move() throws(OutputError) {
    guard rename(path, target.real) == 0 else { throw .system(target.path) }
  }

  func remove() { unlink(path) }
}
