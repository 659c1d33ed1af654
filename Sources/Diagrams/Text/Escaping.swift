/// The one place where names of users become part of DOT, HTML-like labels and SVG.
enum Escaping {
  /// Text for XML and for libgvc's HTML-like labels: no markup, no control characters.
  static func markup(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result += " "
      default:
        if isAllowed(scalar) { result.unicodeScalars.append(scalar) } else { result += "\u{FFFD}" }
      }
    }
    return result
  }

  /// Text for libgvc's HTML-like labels: as ``markup(_:)``, and libgvc takes a backslash and some
  /// letters, such as `\G`, for names of the graph, unless there are two.
  static func label(_ text: String) -> String {
    markup(text).replacing("\\", with: "\\\\")
  }

  /// A name as it is drawn: one in which nothing can be seen stands in quotes.
  static func name(_ text: String) -> String {
    text.unicodeScalars.contains(where: isVisible) ? text : "“\(text)”"
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return !isAllowed(scalar)
      || !(properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || properties.generalCategory == .format)
  }

  /// Whether nothing in a text needs a change, as in nearly all texts: found by its UTF-8 bytes.
  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isPlain($0) }
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case ..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7F:
        return false  // control characters, quote, ampersand, angle brackets
      case ..<0x80: continue
      default:
        if place > 0, isRefused(bytes[place - 1], byte, after: place > 1 ? bytes[place - 2] : 0) {
          return false
        }
      }
    }
    return true
  }

  /// Whether two bytes, behind a third, end a control character from U+0080, a line separator or a
  /// non-character.
  private static func isRefused(_ first: UInt8, _ second: UInt8, after before: UInt8) -> Bool {
    switch (before, first, second) {
    case (_, 0xC2, ..<0xA0), (0xE2, 0x80, 0xA8...0xA9), (0xEF, 0xBF, 0xBE...): true
    default: false
    }
  }

  /// A quoted DOT string in which nothing but quotes and backslashes is special.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(isAllowed(scalar) ? scalar : " ")
    }
    return result + "\""
  }

  /// At most `limit` characters, with `…` in the middle for what is left out, each of no more than a
  /// few scalars: marks on marks would make a character of any height.
  static func shortened(_ text: String, to limit: Int) -> String {
    let tail = limit / 3
    let isShort = text.count <= limit
    let short = isShort ? text : "\(text.prefix(limit - 1 - tail))…\(text.suffix(tail))"
    guard short.unicodeScalars.count > limit + mostScalars else { return short }
    return String(short.flatMap { String($0.unicodeScalars.prefix(mostScalars)) })
  }

  /// As many as the longest emoji, a family, has with its colours of skin.
  private static let mostScalars = 11

  /// The characters of XML 1.0, without the discouraged control characters.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
      && scalar.value & 0xFFFE != 0xFFFE
  }
}
