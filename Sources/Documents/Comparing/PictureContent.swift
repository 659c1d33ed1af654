internal import Foundation

/// What an SVG says, whatever the places are where it says it.
///
/// Places and sizes depend on the fonts and on the version of Graphviz of a machine, and long numbers
/// in their last digits on its C library. So two pictures say the same if they have the same elements,
/// names, classes, styles and words, with numbers to nine digits.
public struct PictureContent: Sendable {
  private let items: [String]

  /// - Parameter svg: as this package writes it.
  public init(_ svg: [UInt8]) {
    var reader = ContentReader(svg)
    items = reader.items().sorted()
  }

  /// What one says and the other does not, sorted.
  public func difference(from old: PictureContent) -> (gone: [String], new: [String]) {
    var counts: [String: Int] = [:]
    for item in items { counts[item, default: 0] += 1 }
    for item in old.items { counts[item, default: 0] -= 1 }
    func sorted(_ sign: Int) -> [String] {
      counts.filter { $0.value.signum() == sign }.keys.sorted()
    }
    return (sorted(-1), sorted(1))
  }

  /// The words for those who do not see the picture, as they are without markup.
  public static func description(of svg: [UInt8]) -> String? {
    let label = Array("aria-label=\"".utf8)
    let head = svg.prefix(while: { $0 != UInt8(ascii: ">") })
    guard let start = head.firstRange(of: label)?.upperBound,
      let end = head[start...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return String(decoding: head[start..<end], as: UTF8.self)
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}

extension PictureContent: Equatable {
  public static func == (first: PictureContent, second: PictureContent) -> Bool {
    first.items == second.items
  }
}

/// Cuts an SVG into its elements, each with its words behind it.
private struct ContentReader {
  private let svg: [UInt8]

  init(_ svg: [UInt8]) { self.svg = svg }

  mutating func items() -> [String] {
    svg.split(separator: UInt8(ascii: "<")).compactMap { piece in
      if piece.first == UInt8(ascii: "/") { return nil }
      let end = piece.firstIndex(of: UInt8(ascii: ">")) ?? piece.endIndex
      let words = String(decoding: piece[end...].dropFirst(), as: UTF8.self)
      let tag = String(decoding: piece[..<end], as: UTF8.self)
      return Self.element(tag) + Self.rounded(words)
    }
  }

  /// Attributes that only say where something is.
  private static let places: Set<Substring> = [
    "x", "y", "d", "points", "height", "viewBox", "transform",
  ]

  private static func element(_ tag: String) -> String {
    let name = tag.prefix { $0 != " " && $0 != "/" }
    let attributes = tag.matches(of: /\ ([a-zA-Z:-]+)="([^"]*)"/).filter { match in
      !places.contains(match.output.1) && (name != "svg" || match.output.1 != "width")
    }
    let kept = attributes.map { " \($0.output.1)=\"\(rounded(String($0.output.2)))\"" }.sorted()
    return "<\(name)\(kept.joined())>"
  }

  private static func rounded(_ text: String) -> String {
    guard text.utf8.count > 9 else { return text }
    return text.replacing(/[0-9]+\.[0-9]+(?:e-?[0-9]+)?/) { match in
      guard match.output.utf8.count > 10, let number = Double(match.output) else {
        return String(match.output)
      }
      return String(format: "%.9g", number)
    }
  }
}
