/// An element of a group in one frame.
struct FramePart: Equatable {
  /// The classes of its group, which give it its colour.
  let kind: String
  /// The whole element.
  let element: String

  init(_ kind: String, _ element: String) {
    self.kind = kind
    self.element = element.hasPrefix("<text") ? element : Self.rounded(Array(element.utf8))
  }

  var isText: Bool { element.hasPrefix("<text") }

  /// The outline of a path that can be used from one definition; a bar at a curve's end has a style
  /// of its own.
  var path: String? {
    guard element.hasPrefix("<path d=") else { return nil }
    return FrameElement.value("d", in: Array(element.utf8)[...]).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// What a path has besides its outline.
  var attributes: String {
    guard let path else { return "" }
    return String(element.utf8.dropFirst("<path d=\"\"".utf8.count + path.utf8.count).dropLast(2))
      ?? ""
  }

  /// Widths in quarters of a point and opacities in tenths: no eye sees more, and what seems the same
  /// is there once.
  private static func rounded(_ element: [UInt8]) -> String {
    var result: [UInt8] = []
    var rest = element[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\"")) {
      result += rest[...end]
      rest = rest[(end + 1)...]
      guard let steps = steps(behind: result) else { continue }
      let number = rest.prefix { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
      guard !number.isEmpty, rest.dropFirst(number.count).first == UInt8(ascii: "\"") else {
        continue
      }
      let size = Double(String(decoding: number, as: UTF8.self)) ?? 0
      result += Canvas.number((size * steps).rounded() / steps).utf8
      rest = rest.dropFirst(number.count)
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  /// Into how many parts a unit of the attribute is divided whose value begins behind `text`.
  private static func steps(behind text: [UInt8]) -> Double? {
    if text.ends(with: "width=\"") { return 4 }
    return text.ends(with: "stroke-opacity=\"") ? 10 : nil
  }
}

extension [UInt8] {
  fileprivate func ends(with end: StaticString) -> Bool {
    end.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
