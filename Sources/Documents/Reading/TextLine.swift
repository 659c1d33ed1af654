/// A line of a text in UTF-8: where it is, and how it ends.
struct TextLine {
  /// Without its end.
  let content: Range<Int>
  /// The line feed, carriage return, or both; empty at the end of the text.
  let end: Range<Int>

  var whole: Range<Int> { content.lowerBound..<end.upperBound }

  /// The lines of a text; a byte order mark before the first is none of them.
  static func all(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let stop = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let isPair = bytes[stop...].starts(with: [0x0D, 0x0A])
      let next = min(bytes.count, stop + (isPair ? 2 : 1))
      lines.append(TextLine(content: start..<stop, end: stop..<next))
      start = next
    }
    return lines
  }
}
