/// A file of short texts, one on each line.
public struct TextLines: Sendable, Equatable {
  /// The texts, without the spaces around them; empty lines are left out.
  public let texts: [String]

  /// Reads UTF-8, with or without a byte order mark; lines may end as on any system.
  ///
  /// - Throws: ``TextError``.
  public init(_ bytes: [UInt8]) throws(TextError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let lines = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var texts: [String] = []
    for (index, line) in lines.enumerated() {
      guard let text = String(validating: line, as: UTF8.self) else {
        throw .notUTF8(line: index + 1)
      }
      let trimmed = text.trimmed
      if !trimmed.isEmpty { texts.append(trimmed) }
    }
    if texts.isEmpty { throw .noTexts }
    self.texts = texts
  }
}

/// What can be wrong with a file of texts; lines count from 1.
public enum TextError: Error, Equatable, Sendable {
  /// A line is not UTF-8.
  case notUTF8(line: Int)
  /// There is no line with a text on it.
  case noTexts
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    let length = start.reversed().drop { $0.isWhitespace }.count
    return String(start.prefix(length))
  }
}
