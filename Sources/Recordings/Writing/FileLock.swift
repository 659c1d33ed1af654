internal import Foundation

/// A lock on an open file that ends with the file or with the process, however that ends; reading is
/// not kept from anybody.
enum FileLock {
  /// Who has it.
  struct Holder: Equatable {
    /// The process, where the system tells which.
    let process: Int32?
  }

  /// Takes the lock; gives who has it instead, if somebody has. A file system without locks gives it
  /// to all.
  ///
  /// The lock is `flock`'s, which belongs to the open file: one of `fcntl`'s would be lost as soon as
  /// this process reads the same file. One of those is taken beside it all the same, because it alone
  /// can be asked for the process.
  static func take(_ descriptor: Int32) -> Holder? {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else {
      var mark = wholeFile()
      _ = fcntl(descriptor, F_SETLK, &mark)
      return nil
    }
    return errno == EWOULDBLOCK ? Holder(process: process(locking: descriptor)) : nil
  }

  private static func process(locking descriptor: Int32) -> Int32? {
    var mark = wholeFile()
    guard fcntl(descriptor, F_GETLK, &mark) == 0, mark.l_type != Int16(F_UNLCK), mark.l_pid > 0
    else { return nil }
    return mark.l_pid
  }

  private static func wholeFile() -> flock {
    var mark = flock()
    mark.l_type = Int16(F_WRLCK)
    mark.l_whence = Int16(SEEK_SET)
    return mark
  }
}
