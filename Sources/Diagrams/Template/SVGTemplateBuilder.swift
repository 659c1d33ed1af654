/// Reads libgvc's SVG and writes it again as fixed text with slots in it.
struct SVGTemplateBuilder {
  private(set) var fixed: [UInt8] = []
  /// The slots in their order, and where each stands in ``fixed``.
  private(set) var slots: [Int] = []
  private(set) var ends: [Int] = []
  private let diagram: any DiagramContent
  private let parts: [String: Part]
  private var found = 0

  init(_ diagram: any DiagramContent) {
    self.diagram = diagram
    parts = diagram.parts
  }

  mutating func read(_ rendered: [UInt8]) throws(SVGTemplateError) {
    var groups = SVGGroups(SVGScanner(rendered))
    guard let viewBox = groups.viewBox else {
      throw SVGTemplateError(id: diagram.prefix, reason: "no SVG element")
    }
    writeStart(viewBox)
    while let group = groups.next() { try write(group) }
    guard found == parts.count else {
      throw SVGTemplateError(
        id: diagram.prefix, reason: "\(found) of \(parts.count) boxes and edges are drawn")
    }
    write("</g>\n</svg>\n")
  }

  private mutating func writeStart(_ viewBox: String) {
    let sizes = viewBox.split(separator: " ").compactMap { Double($0) }
    let (width, height) = sizes.count == 4 ? (sizes[2], sizes[3]) : (0, 0)
    write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"\(StyleSheet.scope)\" "
        + "width=\"\(Int(width.rounded(.up)))\" height=\"\(Int(height.rounded(.up)))\" "
        + "viewBox=\"\(viewBox)\" role=\"img\" aria-label=\"")
    slot(SlotCounter.description)
    write("\">\n<style>\(StyleSheet(diagram).text)</style>\n")
  }

  private mutating func write(_ group: SVGGroup) throws(SVGTemplateError) {
    if let part = parts[group.id] {
      found += 1
      try write(group, part)
    } else if group.id == diagram.prefix {
      writeHead(group)
    } else {
      writeFixed(group)
    }
  }

  /// The outermost group: the ground, and in a drawing laid out by libgvc the caption and legend.
  private mutating func writeHead(_ group: SVGGroup) {
    write("<g id=\"\(group.id)\" class=\"graph\" transform=\"\(group.transform)\">\n")
    let detail = diagram.detail
    var lines = 0
    for (index, shape) in group.shapes.enumerated() {
      if index == 0, shape.name == "polygon" {
        write("<polygon class=\"ground\" points=\"\(shape["points"])\"/>\n<g class=\"head\">\n")
        continue
      }
      write("<\(shape.name)\(shape.kept)")
      if shape.name != "text" {
        write("/>\n")
        continue
      }
      lines += 1
      write(">")
      if lines == 2, !detail.isEmpty { slot(SlotCounter.detail) } else { write(shape.content) }
      write("</text>\n")
    }
    write("</g>\n")
  }

  /// A group that is the same in every frame.
  private mutating func writeFixed(_ group: SVGGroup) {
    if group.shapes.isEmpty || group.kind.hasSuffix(" \(Tee.name)") { return }
    let title = group.shapes.first { $0.name == "text" }?.content ?? ""
    let label = group.kind == "cluster" ? "<title>\(title)</title>" : ""
    write("<g id=\"\(group.id)\" class=\"\(group.kind)\">\(label)")
    for shape in group.shapes { writeShape(shape) }
    write("</g>\n")
  }

  private mutating func write(_ group: SVGGroup, _ part: Part) throws(SVGTemplateError) {
    let texts = group.shapes.filter { $0.name == "text" }
    guard part.lines.isEmpty || texts.count == part.lines.count else {
      throw SVGTemplateError(
        id: group.id, reason: "\(texts.count) texts are drawn, \(part.lines.count) were asked for")
    }
    write("<g id=\"\(group.id)\" class=\"")
    slot(part.classSlot)
    write("\"><title>")
    slot(part.titleSlot)
    write("</title>")
    writeShapes(group, part)
    let sides = group.shapes.first { $0.name == "path" }?.sides ?? (left: 0, right: 0)
    for (line, shape) in zip(part.lines, texts) {
      write(line, shape, left: sides.left + part.padding, right: sides.right - part.padding)
    }
    write("</g>\n")
  }

  private mutating func writeShapes(_ group: SVGGroup, _ part: Part) {
    for shape in group.shapes {
      switch shape.name {
      case "path":
        write("<path d=\"\(BoxOutline.short(shape["d"]) ?? shape["d"])\"")
        if let stroke = part.strokeSlot { slot(stroke) }
        write("/>")
        if part.hasTee { writeTee(shape.end) }
      case "polygon" where part.barSlot == nil: writeShape(shape)
      case "text" where part.lines.isEmpty: writeShape(shape)
      default: break
      }
    }
    if let bar = part.barSlot { writeBar(group, bar, room: part.barRoom) }
  }

  private mutating func writeTee(_ end: (x: Double, y: Double)) {
    let (x, y) = (Tee.x(before: end.x), end.y)
    write("<path class=\"\(Tee.name)\" d=\"M\(x),\(y - Tee.reach)V\(y + Tee.reach)\"/>")
  }

  private mutating func write(
    _ line: Part.Line, _ shape: SVGShape, left: Double, right: Double
  ) {
    let x =
      switch line.side {
      case .asDrawn: shape["x"]
      case .left: "\((left * 100).rounded() / 100)"
      case .right: "\((right * 100).rounded() / 100)"
      case .middle(let x): "\((x * 100).rounded() / 100)"
      }
    write("<text class=\"\(line.kind)\" x=\"\(x)\" y=\"\(shape["y"])\">")
    if let slot = line.slot { self.slot(slot) } else { write(shape.content) }
    write("</text>")
  }

  /// The polygons of a group as one track, and the part of it that is filled.
  ///
  /// libgvc leaves a gap between the two, so only the middle and the height are its own.
  private mutating func writeBar(_ group: SVGGroup, _ slot: Int, room: Double) {
    let areas = group.shapes.filter { $0.name == "polygon" }.compactMap(\.area)
    guard let left = areas.map(\.left).min(), let right = areas.map(\.right).max(),
      let top = areas.map(\.top).min(), let bottom = areas.map(\.bottom).max()
    else { return }
    let x = Canvas.number((left + right - room) / 2)
    let place = "x=\"\(x)\" y=\"\(top)\" height=\"\(bottom - top)\""
    write("<rect class=\"track\" \(place) width=\"\(room)\"/>")
    write("<rect class=\"bar\" \(place) width=\"")
    self.slot(slot)
    write("\"/>")
  }

  /// A shape without libgvc's colours, which the style sheet gives.
  private mutating func writeShape(_ shape: SVGShape) {
    switch shape.name {
    case "path": write("<path d=\"\(BoxOutline.short(shape["d"]) ?? shape["d"])\"/>")
    case "polygon": write("<polygon points=\"\(shape["points"])\"/>")
    case "text":
      let anchor = shape["text-anchor"]
      write("<text x=\"\(shape["x"])\" y=\"\(shape["y"])\" text-anchor=\"\(anchor)\">")
      write("\(shape.content)</text>")
    default: break
    }
  }

  private mutating func write(_ text: String) { fixed += text.utf8 }

  private mutating func slot(_ slot: Int) {
    slots.append(slot)
    ends.append(fixed.count)
  }
}
