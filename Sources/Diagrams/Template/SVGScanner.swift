/// A piece of an SVG file as libgvc writes it.
enum SVGPiece: Equatable {
  case start(name: String, attributes: [String: String])
  /// An element without content, such as `<path …/>`.
  case empty(name: String, attributes: [String: String])
  case text(String)
  case end(name: String)
}

/// Cuts libgvc's SVG into its elements. Declarations and comments are passed over.
struct SVGScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> SVGPiece? {
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        let text = take(until: UInt8(ascii: "<"))
        if text.contains(where: { !$0.isWhitespace }) { return .text(text) }
      } else if bytes[index...].starts(with: "<!--".utf8) {
        skipComment()
      } else {
        index += 1
        let tag = take(until: UInt8(ascii: ">"))
        index += 1
        if let piece = Self.piece(tag) { return piece }
      }
    }
    return nil
  }

  private mutating func take(until stop: UInt8) -> String {
    let start = index
    while index < bytes.count, bytes[index] != stop { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipComment() {
    while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
    index += 3
  }

  private static func piece(_ tag: String) -> SVGPiece? {
    if tag.hasPrefix("!") || tag.hasPrefix("?") { return nil }
    if tag.hasPrefix("/") { return .end(name: String(tag.dropFirst())) }
    let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
    let attributes = attributes(tag.dropFirst(name.count))
    return tag.hasSuffix("/")
      ? .empty(name: name, attributes: attributes) : .start(name: name, attributes: attributes)
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].filter { !$0.isWhitespace }
      let value = rest[rest.index(equals, offsetBy: 2)...].prefix { $0 != "\"" }
      result[name] = String(value)
      rest = rest[value.endIndex...].dropFirst()
    }
    return result
  }
}
