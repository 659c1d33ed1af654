/// A piece of an SVG file as libgvc writes it.
enum SVGPiece {
  case start(SVGTag)
  /// The text between two tags, escaped as it was.
  case text(SVGBytes)
  case end(name: String)
}

/// Cuts libgvc's SVG into its elements. Declarations and comments are passed over.
struct SVGScanner {
  private var rest: SVGBytes

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func next() -> SVGPiece? {
    while let first = rest.first {
      if first != UInt8(ascii: "<") {
        let text = take(until: UInt8(ascii: "<"))
        if !text.allSatisfy(SVGTag.isSpace) { return .text(text) }
      } else if rest.starts(with: "<!--".utf8) {
        skipComment()
      } else {
        let tag = take(until: UInt8(ascii: ">")).dropFirst()
        rest = rest.dropFirst()
        if let piece = Self.piece(tag) { return piece }
      }
    }
    return nil
  }

  private mutating func take(until stop: UInt8) -> SVGBytes {
    let end = rest.firstIndex(of: stop) ?? rest.endIndex
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  private mutating func skipComment() {
    while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
    rest = rest.dropFirst(3)
  }

  private static func piece(_ tag: SVGBytes) -> SVGPiece? {
    switch tag.first {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): nil
    case UInt8(ascii: "/"): .end(name: String(decoding: tag.dropFirst(), as: UTF8.self))
    default: .start(SVGTag(tag))
    }
  }
}
