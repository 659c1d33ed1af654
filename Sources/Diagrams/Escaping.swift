/// The one place where names of users become part of DOT, HTML-like labels and SVG.
enum Escaping {
  /// Text for XML and for libgvc's HTML-like labels: no markup, no control characters.
  static func markup(_ text: String) -> String {
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
