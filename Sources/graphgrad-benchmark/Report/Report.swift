import Foundation

/// All results of a run, with what is needed to judge them.
struct Report: Encodable {
  private let system = ProcessInfo.processInfo.operatingSystemVersionString
  private let processors = ProcessInfo.processInfo.activeProcessorCount
  private let build = Self.build
  private let isQuick: Bool
  private var sections: [Section] = []
  /// The sum of everything computed, which keeps the compiler from leaving work out.
  var checksum = 0.0

  init(isQuick: Bool) { self.isQuick = isQuick }

  mutating func add(_ section: Section) { sections.append(section) }

  /// The tables.
  var text: String {
    let effort = isQuick ? ", few repetitions" : ""
    let lines =
      ["\(build) build on \(system), \(processors) processors\(effort); medians", ""]
      + sections.map(\.text) + ["checksum \(checksum)"]
    return lines.joined(separator: "\n")
  }

  /// The same as JSON, times in seconds.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  private static var build: String {
    #if DEBUG
      "debug (times mean little)"
    #else
      "release"
    #endif
  }
}
