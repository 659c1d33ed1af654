import Foundation
import GraphGradKit

/// What a million values on the tape take of the process's memory.
enum TapeMemory {
  /// A sentence with the measured number; `nil` where the system does not tell.
  static var words: String? {
    let count = 1_000_000
    guard let before = resident else { return nil }
    let after = Tape.recording { () -> Double? in
      let x = Value(1)
      var sum = x
      for _ in 0..<count { sum = sum + x }
      return sum.data > 0 ? resident : nil
    }
    guard let after else { return nil }
    return "A tape of a million values takes \(Text.significant(after - before)) MB."
  }

  /// In megabytes.
  private static var resident: Double? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = Double(line.filter { $0.isNumber })
    else { return nil }
    return kilobytes / 1024
  }
}
