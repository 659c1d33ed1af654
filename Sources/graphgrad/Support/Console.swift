import Foundation
import GraphGradKit

/// Standard output for results, standard error for everything said beside them.
enum Console {
  /// A message that cannot be said is not said: it must not stop what goes on.
  static func error(_ message: String) { say(TerminalText.escaped(message) + "\n") }

  static func warning(_ message: String) { error("warning: \(message)") }

  /// Text with control characters of the tool's own.
  static func say(_ text: String) {
    _ = Descriptor.writeAll(Array(text.utf8), to: STDERR_FILENO)
  }

  static func write(_ bytes: [UInt8]) throws(Failure) {
    if isatty(STDOUT_FILENO) == 1, let text = String(validating: bytes, as: UTF8.self) {
      return try write(text)
    }
    try put(bytes)
  }

  static func write(_ text: String) throws(Failure) {
    try put(Array(TerminalText.escaped(text).utf8))
  }

  private static func put(_ bytes: [UInt8]) throws(Failure) {
    guard Descriptor.writeAll(bytes, to: STDOUT_FILENO) else {
      throw .failed("error: standard output cannot be written: \(String(cString: strerror(errno)))")
    }
  }
}
