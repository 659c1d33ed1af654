internal import GraphModel

/// Reads libgvc's SVG and writes it again as literal pieces with slots between them.
struct SVGTemplateBuilder {
  private(set) var pieces: [[UInt8]] = [[]]
  private(set) var slots: [Int] = []
  private let diagram: Diagram
  private let map: Diagram.SlotMap
  private var found = 0

  init(_ diagram: Diagram) {
    self.diagram = diagram
    map = Diagram.SlotMap(diagram)
  }

  mutating func read(_ rendered: [UInt8]) throws(SVGTemplateError) {
    var groups = SVGGroups(SVGScanner(rendered))
    guard let viewBox = groups.viewBox else {
      throw SVGTemplateError(id: diagram.prefix, reason: "no SVG element")
    }
    writeStart(viewBox)
    while let group = groups.next() { try write(group) }
    guard found == map.boxes.count + map.links.count else {
      throw SVGTemplateError(
        id: diagram.prefix,
        reason: "\(found) of \(map.boxes.count + map.links.count) boxes and edges are drawn")
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
    slot(Diagram.SlotMap.description)
    write("\">\n<style>\(StyleSheet(theme: diagram.theme).text)</style>\n")
  }

  private mutating func write(_ group: SVGGroup) throws(SVGTemplateError) {
    if let (slot, box) = map.boxes[group.id] {
      found += 1
      try writeBox(group, slot, box)
    } else if let slot = map.links[group.id] {
      found += 1
      writeEdge(group, slot)
    } else if group.isCluster {
      writeCluster(group)
    } else {
      writeHead(group)
    }
  }

  /// The outermost group: the ground, the caption and the legend.
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
      if lines == 2, !detail.isEmpty { slot(Diagram.SlotMap.detail) } else { write(shape.content) }
      write("</text>\n")
    }
    write("</g>\n")
  }

  private mutating func writeCluster(_ group: SVGGroup) {
    let name = group.shapes.first { $0.name == "text" }?.content ?? ""
    write("<g id=\"\(group.id)\" class=\"cluster\"><title>\(name)</title>")
    for shape in group.shapes { writeShape(shape) }
    write("</g>\n")
  }

  private mutating func writeBox(
    _ group: SVGGroup, _ slot: Int, _ box: Box
  ) throws(SVGTemplateError) {
    let text = BoxText(box, diagram.node(box))
    var kinds: [(kind: String, slot: Int?)] = []
    if !text.heading.isEmpty { kinds.append(("h", nil)) }
    if !text.corner.isEmpty { kinds.append((box.operation.isEmpty ? "t" : "o", nil)) }
    kinds += [("k", nil), ("d", slot + 2), ("k", nil), ("g", slot + 3)]
    let texts = group.shapes.filter { $0.name == "text" }
    guard let outline = group.shapes.first(where: { $0.name == "path" }),
      texts.count == kinds.count
    else {
      throw SVGTemplateError(
        id: group.id, reason: "\(texts.count) texts are drawn, \(kinds.count) were asked for")
    }
    open(group.id, classSlot: slot, titleSlot: slot + 1)
    writeShape(outline)
    let right = outline.right - Self.padding
    for (shape, (kind, slot)) in zip(texts, kinds) {
      let isRight = kind == "d" || kind == "g" || kind == "o" || kind == "t"
      let x = isRight ? "\((right * 100).rounded() / 100)" : shape["x"]
      write("<text class=\"\(kind)\" x=\"\(x)\" y=\"\(shape["y"])\">")
      if let slot { self.slot(slot) } else { write(shape.content) }
      write("</text>")
    }
    write("</g>\n")
  }

  /// From a box's outline to its text: the node's margin of 6 points and the cell's of 2.
  private static let padding = 8.0

  private mutating func writeEdge(_ group: SVGGroup, _ slot: Int) {
    open(group.id, classSlot: slot, titleSlot: slot + 1)
    for shape in group.shapes { writeShape(shape) }
    write("</g>\n")
  }

  private mutating func open(_ id: String, classSlot: Int, titleSlot: Int) {
    write("<g id=\"\(id)\" class=\"")
    slot(classSlot)
    write("\"><title>")
    slot(titleSlot)
    write("</title>")
  }

  /// A shape without libgvc's colours, which the style sheet gives.
  private mutating func writeShape(_ shape: SVGShape) {
    switch shape.name {
    case "path": write("<path d=\"\(shape["d"])\"/>")
    case "polygon": write("<polygon points=\"\(shape["points"])\"/>")
    case "text":
      let anchor = shape["text-anchor"]
      write("<text x=\"\(shape["x"])\" y=\"\(shape["y"])\" text-anchor=\"\(anchor)\">")
      write("\(shape.content)</text>")
    default: break
    }
  }

  private mutating func write(_ text: String) { pieces[pieces.count - 1] += text.utf8 }

  private mutating func slot(_ slot: Int) {
    slots.append(slot)
    pieces.append([])
  }
}
