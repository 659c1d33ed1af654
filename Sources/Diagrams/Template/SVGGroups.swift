/// A shape or text of libgvc's SVG.
struct SVGShape {
  let name: String
  let attributes: [String: String]
  /// The text inside, escaped as it was.
  var content = ""

  subscript(_ attribute: String) -> String { attributes[attribute] ?? "" }

  /// The attributes as libgvc wrote them, in a fixed order.
  var kept: String {
    attributes.sorted { $0.key < $1.key }.map { name, value in
      " \(name)=\"\(value == "transparent" ? "none" : value)\""
    }.joined()
  }

  /// The smallest and largest x of a path's points.
  var sides: (left: Double, right: Double) {
    let numbers = Self.numbers(self["d"])
    let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    return (xs.min() ?? 0, xs.max() ?? 0)
  }

  /// The last point of a path.
  var end: (x: Double, y: Double) {
    let numbers = Self.numbers(self["d"])
    return numbers.count < 2 ? (0, 0) : (numbers[numbers.count - 2], numbers[numbers.count - 1])
  }

  /// The borders of a polygon.
  var area: (left: Double, right: Double, top: Double, bottom: Double)? {
    let numbers = Self.numbers(self["points"])
    let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return nil }
    return (left, right, top, bottom)
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
  }
}

/// A `<g>` of libgvc's SVG with the shapes directly in it.
struct SVGGroup {
  let id: String
  /// The words of its class: `cluster`, `node`, `edge` and what the DOT text says.
  let kind: String
  let transform: String
  var shapes: [SVGShape] = []
}

/// The groups of libgvc's SVG in their order; the outermost, which holds all others, comes first.
struct SVGGroups {
  private var scanner: SVGScanner
  private(set) var viewBox: String?
  private var started: SVGGroup?

  init(_ scanner: SVGScanner) {
    self.scanner = scanner
    while let piece = self.scanner.next() {
      if case .start("svg", let attributes) = piece { viewBox = attributes["viewBox"] }
      if case .start("g", let attributes) = piece {
        started = Self.group(attributes)
        break
      }
    }
  }

  mutating func next() -> SVGGroup? {
    guard var group = started else { return nil }
    started = nil
    var openText: SVGShape?
    var isTitle = false
    while let piece = scanner.next() {
      switch piece {
      case .start("g", let attributes):
        started = Self.group(attributes)
        return group
      case .start("title", _): isTitle = true
      case .start(let name, let attributes):
        openText = SVGShape(name: name, attributes: attributes)
      case .empty(let name, let attributes):
        group.shapes.append(SVGShape(name: name, attributes: attributes))
      case .text(let content):
        if !isTitle { openText?.content += content }
      case .end("title"): isTitle = false
      case .end("text"):
        if let openText { group.shapes.append(openText) }
        openText = nil
      case .end: break
      }
    }
    return group
  }

  private static func group(_ attributes: [String: String]) -> SVGGroup {
    SVGGroup(
      id: attributes["id"] ?? "", kind: attributes["class"] ?? "",
      transform: attributes["transform"] ?? "")
  }
}
