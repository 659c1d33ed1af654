/// A line of a frame: a group with its classes and what is directly in it, or a single element.
///
/// Read byte by byte: an animation of a thousand frames has a million lines, for which patterns took
/// minutes.
struct FrameElement {
  let kind: String
  let children: [String]

  /// - Parameter line: without titles.
  init(_ line: [UInt8]) {
    guard line.starts(with: "<g ".utf8), let end = line.firstIndex(of: UInt8(ascii: ">")) else {
      kind = "head"
      children = [String(decoding: line, as: UTF8.self)]
      return
    }
    kind = Self.value("class", in: line[..<end]).map { String(decoding: $0, as: UTF8.self) } ?? ""
    children = Self.elements(line[(end + 1)...].dropLast("</g>".utf8.count))
  }

  /// Sentences behind boxes would say only what is so in one frame.
  static func untitled(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(line.count)
    var rest = line
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      result += rest[..<start]
      rest = rest[start...]
      if let end = end(ofTitle: rest) {
        rest = rest[end...]
      } else {
        result.append(UInt8(ascii: "<"))
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func end(ofTitle text: ArraySlice<UInt8>) -> Int? {
    let start = "<title>".utf8
    let end = "</title>".utf8
    guard text.starts(with: start) else { return nil }
    let rest = text.dropFirst(start.count).drop { $0 != UInt8(ascii: "<") }
    return rest.starts(with: end) ? rest.startIndex + end.count : nil
  }

  private static func elements(_ text: ArraySlice<UInt8>) -> [String] {
    var elements: [String] = []
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if let end = end(ofElement: rest) {
        elements.append(String(decoding: rest[..<end], as: UTF8.self))
        rest = rest[end...]
      } else {
        rest = rest.dropFirst()
      }
    }
    return elements
  }

  /// Where a text with its words ends, or an element without content.
  private static func end(ofElement text: ArraySlice<UInt8>) -> Int? {
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    if text[end - 1] == UInt8(ascii: "/") { return end + 1 }
    let words = text[(end + 1)...].drop { $0 != UInt8(ascii: "<") }
    let close = "</text>".utf8
    return text.starts(with: "<text".utf8) && words.starts(with: close)
      ? words.startIndex + close.count : nil
  }

  /// The value of an attribute.
  static func value(_ name: String, in element: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = Array("\(name)=\"".utf8)
    var rest = element
    while let first = rest.firstIndex(of: start[0]) {
      rest = rest[first...]
      if rest.starts(with: start) {
        let value = rest.dropFirst(start.count)
        return value.firstIndex(of: UInt8(ascii: "\"")).map { value[..<$0] }
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
