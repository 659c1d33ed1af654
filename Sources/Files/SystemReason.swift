internal import Foundation

/// Why the last call of the system failed, in its own words.
enum SystemReason {
  static var last: String { String(cString: strerror(errno)) }
}
