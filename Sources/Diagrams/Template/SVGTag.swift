/// A stretch of libgvc's SVG, in UTF-8.
typealias SVGBytes = ArraySlice<UInt8>

/// What stands between `<` and `>` in libgvc's SVG, read where it is asked for.
struct SVGTag {
  /// `path`, `text`, `g`, …
  let name: String
  /// Whether the element has no content, such as `<path …/>`.
  let isEmpty: Bool
  private let attributes: SVGBytes

  init(_ bytes: SVGBytes) {
    let end = bytes.firstIndex { $0 == UInt8(ascii: "/") || Self.isSpace($0) } ?? bytes.endIndex
    name = String(decoding: bytes[..<end], as: UTF8.self)
    isEmpty = bytes.last == UInt8(ascii: "/")
    attributes = bytes[end...]
  }

  /// The value of an attribute as it is written; nothing where there is none.
  subscript(_ attribute: StaticString) -> SVGBytes {
    attribute.withUTF8Buffer { wanted in
      var rest = attributes
      while let (name, value) = Self.takeAttribute(&rest) {
        if name.elementsEqual(wanted) { return value }
      }
      return []
    }
  }

  /// All attributes in the order of their names; libgvc's "transparent" is SVG's "none".
  var sorted: [(name: String, value: String)] {
    var all: [(name: String, value: String)] = []
    var rest = attributes
    while let (name, value) = Self.takeAttribute(&rest) {
      let value = String(decoding: value, as: UTF8.self)
      let none = value == "transparent" ? "none" : value
      all.append((String(decoding: name, as: UTF8.self), none))
    }
    return all.sorted { $0.name < $1.name }
  }

  private static func takeAttribute(
    _ rest: inout SVGBytes
  ) -> (name: SVGBytes, value: SVGBytes)? {
    let start = rest.drop(while: isSpace)
    guard let equals = start.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let quoted = start[equals...].dropFirst(2)
    let end = quoted.firstIndex(of: UInt8(ascii: "\"")) ?? quoted.endIndex
    rest = quoted[end...].dropFirst()
    return (start[..<equals], quoted[..<end])
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
