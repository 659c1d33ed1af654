/// A shape or text of libgvc's SVG.
struct SVGShape {
  let tag: SVGTag
  /// The text inside, escaped as it was.
  var content: SVGBytes = []

  var name: String { tag.name }

  subscript(_ attribute: StaticString) -> SVGBytes { tag[attribute] }

  /// The smallest and largest x of a path's points.
  var sides: (left: Double, right: Double) {
    let numbers = SVGNumbers.read(self["d"])
    let xs = stride(from: 0, to: numbers.count, by: 2).lazy.map { numbers[$0] }
    return (xs.min() ?? 0, xs.max() ?? 0)
  }

  /// The last point of a path.
  var end: (x: Double, y: Double) {
    let numbers = SVGNumbers.read(self["d"])
    return numbers.count < 2 ? (0, 0) : (numbers[numbers.count - 2], numbers[numbers.count - 1])
  }

  /// The borders of a polygon.
  var area: (left: Double, right: Double, top: Double, bottom: Double)? {
    let numbers = SVGNumbers.read(self["points"])
    let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return nil }
    return (left, right, top, bottom)
  }
}

/// A `<g>` of libgvc's SVG with the shapes directly in it.
struct SVGGroup {
  let id: String
  /// The words of its class: `cluster`, `node`, `edge` and what the DOT text says.
  let kind: String
  let transform: SVGBytes
  var shapes: [SVGShape] = []

  init(_ tag: SVGTag) {
    id = String(decoding: tag["id"], as: UTF8.self)
    kind = String(decoding: tag["class"], as: UTF8.self)
    transform = tag["transform"]
  }
}

/// The groups of libgvc's SVG in their order; the outermost, which holds all others, comes first.
struct SVGGroups {
  private var scanner: SVGScanner
  private(set) var viewBox: SVGBytes?
  private var started: SVGGroup?

  init(_ scanner: SVGScanner) {
    self.scanner = scanner
    while let piece = self.scanner.next() {
      guard case .start(let tag) = piece else { continue }
      if tag.name == "svg" { viewBox = tag["viewBox"] }
      if tag.name == "g" {
        started = SVGGroup(tag)
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
      case .start(let tag):
        if tag.name == "g" {
          started = SVGGroup(tag)
          return group
        } else if tag.name == "title" {
          isTitle = true
        } else if tag.isEmpty {
          group.shapes.append(SVGShape(tag: tag))
        } else {
          openText = SVGShape(tag: tag)
        }
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
}
