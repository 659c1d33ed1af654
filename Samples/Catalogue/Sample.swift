/// A network or an expression to start from, with the files it needs.
public struct Sample: Sendable {
  /// What it is asked for by.
  public let name: String
  /// Its files; the first one is run.
  public let files: [SampleFile]

  init(_ name: String, _ files: SampleFile...) {
    self.name = name
    self.files = files
  }

  /// What it shows, in a few words: its first file's comment up to a colon or a full stop.
  public var summary: String {
    let words = comment.filter { !$0.hasPrefix(" ") }.joined(separator: " ")
    let ends = [". ", ": "].compactMap { words.firstRange(of: $0)?.lowerBound }
    return String(words[..<(ends.min() ?? words.endIndex)]).trimmingSuffix(".")
  }

  /// The commands in its first file's comment, to be run from the folder that holds `Samples`.
  public var commands: [String] {
    comment.filter { $0.hasPrefix("  graphgrad ") }.map { String($0.dropFirst(2)) }
  }

  /// All that its first file's comment says, line by line; commands are indented.
  public var comment: [String] {
    let lines = files[0].text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { $0.hasPrefix("#") }.map { line in
      String(line.dropFirst().first == " " ? line.dropFirst(2) : line.dropFirst())
    }
  }
}

/// A file of a sample, as it is in the tool.
public struct SampleFile: Sendable {
  /// Its name without a folder.
  public let name: String
  /// What is in it.
  public let bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// What is in it, as UTF-8.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
