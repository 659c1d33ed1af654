/// A line of a frame: a group with its classes and what is directly in it, or a single element.
struct FrameElement {
  let kind: String
  let children: [String]

  /// - Parameter line: without titles.
  init(_ line: String) {
    guard line.hasPrefix("<g "), let end = line.firstIndex(of: ">") else {
      kind = "head"
      children = [line]
      return
    }
    kind = FramePart.value("class", in: String(line[..<end])) ?? ""
    children = Self.elements(line[line.index(after: end)...].dropLast("</g>".count))
  }

  /// Sentences behind boxes would say only what is so in one frame.
  static func untitled(_ line: String) -> String {
    line.replacing(/<title>[^<]*<\/title>/, with: "")
  }

  private static func elements(_ text: Substring) -> [String] {
    text.matches(of: /<text[^>]*>[^<]*<\/text>|<[a-z]+[^>]*\/>/).map { String($0.output) }
  }
}

/// An element of a group in one frame.
struct FramePart: Equatable {
  /// The classes of its group, which give it its colour.
  let kind: String
  /// The whole element.
  let element: String

  init(_ group: FrameElement, _ place: Int) {
    let element = group.children[place]
    kind = group.kind
    self.element = element.hasPrefix("<text") ? element : Self.rounded(element)
  }

  var isText: Bool { element.hasPrefix("<text") }

  /// The outline of a path that can be used from one definition; a bar at a curve's end has a style
  /// of its own.
  var path: String? {
    element.hasPrefix("<path d=") ? Self.value("d", in: element) : nil
  }

  /// What a path has besides its outline.
  var attributes: String {
    guard let path else { return "" }
    return String(element.dropFirst("<path d=\"\(path)\"".count).dropLast("/>".count))
  }

  static func value(_ name: String, in element: String) -> String? {
    guard let start = element.firstRange(of: "\(name)=\"") else { return nil }
    let rest = element[start.upperBound...]
    return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
  }

  /// Widths in quarters of a point and opacities in tenths: no eye sees more, and what seems the same
  /// is there once.
  private static func rounded(_ element: String) -> String {
    element.replacing(/(stroke-width|stroke-opacity|width)="([0-9.]+)"/) { match in
      let number = Double(match.output.2) ?? 0
      let steps = match.output.1 == "stroke-opacity" ? 10.0 : 4.0
      return "\(match.output.1)=\"\(Canvas.number((number * steps).rounded() / steps))\""
    }
  }
}
