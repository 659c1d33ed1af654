internal import Refusal

/// A drawing as a part of an HTML page, beside other drawings.
///
/// A class or an id of one drawing would mean the same names of another, and a style sheet inside a
/// page holds for all of it. So every id, class and animation gets a prefix, and every rule with them.
public enum InlineSVG {
  /// The drawing with a prefix before each of its names; it shrinks where there is less room.
  ///
  /// - Parameters:
  ///   - svg: as ``SVGTemplate`` or ``AnimatedSVG`` writes it.
  ///   - prefix: another one for each drawing of a page; see ``isPrefix(_:)``.
  public static func make(_ svg: [UInt8], prefix: String) -> [UInt8] {
    require(isPrefix(prefix), "\(prefix) cannot start the names of a drawing")
    var naming = SVGNaming(prefix: prefix, capacity: svg.count + svg.count / 4)
    naming.read(svg[...])
    return naming.result
  }

  /// Whether names can start with it: letters of English, digits, `_` and `-`, a letter first.
  public static func isPrefix(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || ("0"..."9").contains(Unicode.Scalar($0)) || $0 == 0x5F || $0 == 0x2D
    }
  }

  /// A prefix made of any name, such as that of a file.
  public static func prefix(from name: String) -> String {
    let plain = name.unicodeScalars.map { scalar in
      isPrefix("a\(scalar)") ? String(scalar) : "-"
    }.joined()
    return isPrefix(plain) ? plain : "g\(plain)"
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    ("a"..."z").contains(Unicode.Scalar(byte | 0x20)) && byte < 0x80
  }
}
