internal import Foundation
internal import Synchronization

/// Partial files of processes that are no more.
enum LeftPartials {
  static let ending = ".partial"

  /// Names by folder, as they were found when this process first wrote there.
  private static let found = Mutex<[String: [String]]>([:])

  /// How the names of a target's partial files start: a long name in part, since the system's limit
  /// is soon reached.
  static func prefix(_ target: OutputTarget) -> String {
    let name = PathWords(target.real).name
    guard name.utf8.count > 200 else { return name + "." }
    return String(decoding: name.utf8.prefix(200), as: UTF8.self).replacing("\u{FFFD}", with: "")
      + "."
  }

  static func sweep(_ target: OutputTarget) {
    let start = prefix(target)
    for name in names(in: target.folder) where name.hasPrefix(start) {
      let numbers = name.dropFirst(start.count).dropLast(ending.count).split(
        separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(numbers.count), numbers.allSatisfy({ Int($0) ?? 0 > 0 }),
        let process = pid_t(numbers[0])
      else { continue }
      remove(PathWords.joined(target.folder, name), of: process)
    }
  }

  private static func names(in folder: String) -> [String] {
    found.withLock { found in
      if let names = found[folder] { return names }
      let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      let names = all.filter { $0.hasSuffix(ending) }
      found[folder] = names
      return names
    }
  }

  /// Only if nobody has it open: neither a process of that number nor one elsewhere, which holds the
  /// lock.
  private static func remove(_ path: String, of process: pid_t) {
    guard kill(process, 0) != 0, errno == ESRCH else { return }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
  }
}
