internal import Files
internal import Foundation

/// A file that is written to, by its descriptor.
final class OpenFile {
  private let descriptor: Int32

  /// - Throws: ``RecordingError/file(reason:)``.
  init(_ path: String, _ flags: Int32) throws(RecordingError) {
    let opened = open(path, flags | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw Self.failure() }
    // Where the standard streams are closed, theirs would be the next numbers, and what anybody says
    // to standard error would land in the recording.
    descriptor = opened > 2 ? opened : fcntl(opened, F_DUPFD_CLOEXEC, 3)
    if opened <= 2 { close(opened) }
    guard descriptor >= 0 else { throw Self.failure() }
  }

  deinit { close(descriptor) }

  /// Takes the file's lock.
  ///
  /// - Throws: ``RecordingError/inUse(by:)``.
  func lock() throws(RecordingError) {
    if let holder = FileLock.take(descriptor) { throw .inUse(by: holder.process) }
  }

  /// The length in bytes, and the permissions.
  func status() throws(RecordingError) -> (size: Int, mode: mode_t) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure() }
    return (Int(status.st_size), status.st_mode & 0o7777)
  }

  /// Whether the file is the one of this name, not one that was renamed or removed.
  func isStill(_ path: String) -> Bool {
    var (own, named) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(path, &named) == 0 && own.st_ino == named.st_ino
      && own.st_dev == named.st_dev
  }

  func allow(_ mode: mode_t) { fchmod(descriptor, mode) }

  /// Cuts the file off, to go on there.
  func cut(at size: Int) throws(RecordingError) {
    guard ftruncate(descriptor, off_t(size)) == 0, lseek(descriptor, off_t(size), SEEK_SET) >= 0
    else { throw Self.failure() }
  }

  func bytes(at offset: Int, count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = pread(descriptor, &bytes, count, off_t(offset))
    return Array(bytes.prefix(max(read, 0)))
  }

  /// Hands all bytes to the system.
  func put(_ bytes: [UInt8]) throws(RecordingError) {
    guard Descriptor.writeAll(bytes, to: descriptor) else { throw Self.failure() }
  }

  static func failure() -> RecordingError { .file(reason: String(cString: strerror(errno))) }
}
