import Foundation

/// Standard output for results, standard error for everything said beside them.
enum Console {
  static func error(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }

  static func warning(_ message: String) { error("warning: \(message)") }

  static func write(_ bytes: [UInt8]) throws(Failure) {
    do { try FileHandle.standardOutput.write(contentsOf: Data(bytes)) } catch {
      throw .failed("error: standard output cannot be written")
    }
  }

  static func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }
}
