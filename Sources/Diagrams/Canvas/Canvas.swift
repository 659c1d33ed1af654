/// Writes DOT in which everything has its place: points from the top left corner, y downwards.
///
/// For drawings whose order is known beforehand, such as columns of neurons: libgvc draws them
/// (its engine `nop2` takes places as they are) but has nothing to decide.
struct Canvas {
  struct Point: Equatable {
    var x: Double
    var y: Double
  }

  /// How a text is written.
  struct TextStyle {
    /// The class, by which the style sheet knows it.
    let name: String
    let size: Double
    let color: Color
    var isBold = false
  }

  enum Anchor { case start, middle }

  private var writer = DOTWriter(placement: [:])
  private let prefix: String
  private let theme: Theme
  private let height: Double
  private var count = 0
  private var ids = 0

  /// The id of the points that lines are drawn between; libgvc asks for some.
  private static let end = "end"

  /// - Parameter hasLinesOnTop: whether lines lie on areas and boxes, and not below them.
  init(
    width: Double, height: Double, theme: Theme, prefix: String, hasLinesOnTop: Bool = false
  ) {
    self.prefix = prefix
    self.theme = theme
    self.height = height
    writer.open("digraph \(Escaping.quoted(prefix))")
    writer.statement(
      "graph", id: prefix,
      [
        ("bb", "0,0,\(Self.number(width)),\(Self.number(height))"), ("bgcolor", theme.ground.light),
        ("pad", "0.15"), ("outputorder", hasLinesOnTop ? "nodesfirst" : "edgesfirst"),
      ])
    writer.statement(
      "node",
      [("fontname", theme.fonts), ("margin", "0"), ("fixedsize", "true"), ("penwidth", "1")])
    writer.statement("edge", [("fontname", theme.fonts), ("dir", "none")])
    for (name, x, y) in [("\(Self.end)1", 0, 0), ("\(Self.end)2", width, height)] {
      writer.statement(
        name,
        [("style", "invis"), ("width", "0"), ("height", "0"), ("label", ""), ("pos", pos(x, y))])
    }
  }

  /// The whole text.
  mutating func finish() -> String {
    writer.close()
    return writer.text
  }

  /// A line of text; `x` is its start or its middle, `y` its middle.
  mutating func text(
    _ text: String, x: Double, y: Double, width: Double, anchor: Anchor = .start,
    _ style: TextStyle, id: String? = nil
  ) {
    let words = HTMLLabel.text(
      text.isEmpty ? " " : text, style.color, size: style.size, isBold: style.isBold)
    let size = "width=\"\(Int(width))\" height=\"\(Int(style.size * 1.4))\" fixedsize=\"true\""
    let cell = HTMLLabel.cell(words, "align=\"left\" \(size)")
    let label =
      anchor == .start
      ? HTMLLabel.table([cell], "border=\"0\" cellpadding=\"0\"") : words
    let middle = anchor == .start ? x + width / 2 : x
    writer.statement(
      name(), id: id ?? nextID(),
      [
        ("class", style.name), ("shape", "none"), ("label", "<\(label)>"), ("pos", pos(middle, y)),
        ("width", Self.inches(width)),
        ("height", Self.inches(style.size * 1.4)),
      ])
  }

  /// A rectangle without words and without an outline; clear where there is no colour.
  mutating func area(
    x: Double, y: Double, width: Double, height: Double, name: String, fill: Color?,
    id: String? = nil
  ) {
    writer.statement(
      self.name(), id: id ?? nextID(),
      [
        ("class", name), ("shape", "rect"), ("label", ""),
        ("style", "filled"), ("fillcolor", fill?.light ?? "transparent"), ("penwidth", "0"),
        ("pos", pos(x + width / 2, y + height / 2)),
        ("width", Self.inches(width)), ("height", Self.inches(height)),
      ])
  }

  /// A box with rounded corners and a table in it; `x` and `y` are its middle.
  mutating func box(
    id: String, x: Double, y: Double, width: Double, height: Double, label: String,
    style: Theme.Style, isDashed: Bool, outline: Double
  ) {
    writer.statement(
      name(), id: id,
      [
        ("shape", "box"), ("style", isDashed ? "rounded,filled,dashed" : "rounded,filled"),
        ("fillcolor", style.fill.light), ("color", style.stroke.light), ("penwidth", "\(outline)"),
        ("fontsize", "\(theme.fontSize)"), ("label", "<\(label)>"), ("pos", pos(x, y)),
        ("width", Self.inches(width)), ("height", Self.inches(height)),
      ])
  }

  /// A curve through Bézier points (one, and three for each piece), with a word beside it.
  mutating func curve(
    _ points: [Point], name: String, attributes: [(String, String)], id: String? = nil,
    label: (text: String, at: Point, style: TextStyle)? = nil
  ) {
    var all = [
      ("class", name), ("pos", points.map { pos($0.x, $0.y) }.joined(separator: " ")),
    ]
    if let label {
      let words = HTMLLabel.text(label.text, label.style.color, size: label.style.size)
      all += [("label", "<\(words)>"), ("lp", pos(label.at.x, label.at.y))]
    }
    writer.statement(
      "\(Self.end)1 -> \(Self.end)2", id: id ?? nextID(), all + attributes)
  }

  private mutating func name() -> String {
    count += 1
    return "n\(count)"
  }

  private mutating func nextID() -> String {
    ids += 1
    return "\(prefix)_s\(ids)"
  }

  private func pos(_ x: Double, _ y: Double) -> String {
    "\(Self.number(x)),\(Self.number(height - y))"
  }

  private static func inches(_ points: Double) -> String { number(points / 72) }

  /// At most four decimals: libgvc reads no more, and every machine writes the same.
  static func number(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
}

extension Canvas {
  /// The points of straight lines from point to point, as Bézier points.
  static func straight(_ points: [Point]) -> [Point] {
    guard var last = points.first else { return [] }
    var result = [last]
    for next in points.dropFirst() {
      let (dx, dy) = ((next.x - last.x) / 3, (next.y - last.y) / 3)
      result.append(Point(x: last.x + dx, y: last.y + dy))
      result.append(Point(x: last.x + 2 * dx, y: last.y + 2 * dy))
      result.append(next)
      last = next
    }
    return result
  }
}
