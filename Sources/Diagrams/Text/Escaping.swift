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

  /// Whether nothing in a text needs a change, as in nearly all texts: found by its UTF-8 bytes.
  private static func isPlain(_ text: String) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch (last.0, last.1, byte) {
      case (_, _, ..<0x20), (_, _, 0x22), (_, _, 0x26), (_, _, 0x3C), (_, _, 0x3E), (_, _, 0x7F):
        return false  // control characters, quote, ampersand, angle brackets
      case (_, 0xC2, ..<0xA0), (0xE2, 0x80, 0xA8...0xA9), (0xEF, 0xBF, 0xBE...):
        return false  // control characters from U+0080, line separators, non-characters
      default: last = (last.1, byte)
      }
    }
    return true
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

  /// At most `limit` characters, with `…` in the middle for what is left out.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard text.count > limit else { return text }
    let tail = limit / 3
    return "\(text.prefix(limit - 1 - tail))…\(text.suffix(tail))"
  }

  /// The characters of XML 1.0, without the discouraged control characters.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
      && scalar.value & 0xFFFE != 0xFFFE
  }
}
