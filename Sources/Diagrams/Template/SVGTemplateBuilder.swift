/// Reads libgvc's SVG and writes it again as fixed text with slots in it.
struct SVGTemplateBuilder {
  private(set) var fixed: [UInt8] = []
  /// The slots in their order, and where each stands in ``fixed``.
  private(set) var slots: [Int] = []
  private(set) var ends: [Int] = []
  private(set) var size = (width: 0.0, height: 0.0)
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

  private mutating func writeStart(_ viewBox: SVGBytes) {
    let sizes = SVGNumbers.read(viewBox)
    if sizes.count == 4 { size = (sizes[2], sizes[3]) }
    let (width, height) = size
    write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"\(StyleSheet.scope)\" "
        + "width=\"\(Int(width.rounded(.up)))\" height=\"\(Int(height.rounded(.up)))\" "
        + "viewBox=\"")
    write(viewBox)
    write("\" role=\"img\" aria-label=\"")
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
    write("<g id=\"\(group.id)\" class=\"graph\" transform=\"")
    write(group.transform)
    write("\">\n")
    let detail = diagram.detail
    var lines = 0
    for (index, shape) in group.shapes.enumerated() {
      if index == 0, shape.name == "polygon" {
        write("<polygon class=\"ground\" points=\"")
        write(shape["points"])
        write("\"/>\n<g class=\"head\">\n")
        continue
      }
      write("<\(shape.name)")
      for (name, value) in shape.tag.sorted { write(" \(name)=\"\(value)\"") }
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
    write("<g id=\"\(group.id)\" class=\"\(group.kind)\">")
    if group.kind == "cluster" {
      write("<title>")
      write(group.shapes.first { $0.name == "text" }?.content ?? [])
      write("</title>")
    }
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
        writePath(shape)
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
    write("<text class=\"\(line.kind)\" x=\"")
    switch line.side {
    case .asDrawn: write(shape["x"])
    case .left: write(hundredths: left)
    case .right: write(hundredths: right)
    case .middle(let x): write(hundredths: x)
    }
    write("\" y=\"")
    write(shape["y"])
    write("\">")
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
    case "path":
      writePath(shape)
      write("/>")
    case "polygon":
      write("<polygon points=\"")
      write(shape["points"])
      write("\"/>")
    case "text":
      write("<text x=\"")
      write(shape["x"])
      write("\" y=\"")
      write(shape["y"])
      write("\" text-anchor=\"")
      write(shape["text-anchor"])
      write("\">")
      write(shape.content)
      write("</text>")
    default: break
    }
  }

  /// A path, still open for more attributes.
  private mutating func writePath(_ shape: SVGShape) {
    let path = shape["d"]
    write("<path d=\"")
    if let outline = BoxOutline.short(path) { write(outline) } else { write(path) }
    write("\"")
  }

  private mutating func write(_ text: String) { fixed += text.utf8 }

  private mutating func write(_ bytes: SVGBytes) { fixed += bytes }

  private mutating func write(hundredths number: Double) {
    write("\((number * 100).rounded() / 100)")
  }

  private mutating func slot(_ slot: Int) {
    slots.append(slot)
    ends.append(fixed.count)
  }
}
