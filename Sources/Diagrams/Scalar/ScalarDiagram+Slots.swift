internal import GraphModel

extension ScalarDiagram {
  var parts: [String: Part] {
    var slots = SlotCounter()
    var parts: [String: Part] = [:]
    for scope in view.scopes.all.dropFirst() {
      parts[id(of: scope)] = Part(
        classSlot: slots.take(), titleSlot: slots.take(),
        lines: [Part.Line(kind: "s", slot: slots.take(), side: .left)], padding: 8)
    }
    for box in view.boxes {
      let (classSlot, titleSlot) = (slots.take(), slots.take())
      let lines = lines(of: box, data: slots.take(), gradient: slots.take())
      parts[id(of: box)] = Part(
        classSlot: classSlot, titleSlot: titleSlot, lines: lines, padding: Self.padding)
      for index in box.links.indices {
        let id = id(ofLink: index, into: box)
        var part = Part(classSlot: slots.take(), titleSlot: slots.take())
        if box.links[index].hasWaypoint { parts["\(id)_a"] = part }
        if isMoment { part.lines = [Part.Line(kind: "w", slot: slots.take())] }
        parts[id] = part
      }
    }
    return parts
  }

  /// From a box's outline to its text: the node's margin of 6 points and the cell's of 2.
  private static let padding = 8.0

  private func lines(of box: Box, data: Int, gradient: Int) -> [Part.Line] {
    let text = BoxText(box, node(box))
    var lines: [Part.Line] = []
    if !text.heading.isEmpty { lines.append(Part.Line(kind: "h")) }
    if !text.corner.isEmpty {
      lines.append(Part.Line(kind: box.operation.isEmpty ? "t end" : "o end", side: .right))
    }
    return lines + [
      Part.Line(kind: "k"), Part.Line(kind: "d end", slot: data, side: .right),
      Part.Line(kind: "k"), Part.Line(kind: "g end", slot: gradient, side: .right),
    ]
  }

  /// Writes the changing texts of the drawing in the order of ``parts``.
  func write(_ texts: inout SlotTexts) {
    texts.add(Escaping.markup(detail))
    texts.add(Escaping.markup(description))
    for scope in view.scopes.all.dropFirst() {
      texts.add("cluster")
      texts.add(Escaping.markup(title(of: scope)))
      texts.add(Escaping.markup(label(of: scope)))
    }
    let withoutInput = isComparison || isMoment ? [] : graph.parametersWithoutInput
    for box in view.boxes {
      let node = graph.nodes[box.id]
      State.add(node, firstNonFinite: isComparison ? nil : firstNonFinite?.id, to: &texts)
      let isWithoutInput = withoutInput.contains(box.id)
      addTitle(of: box, node, isWithoutInput, &texts)
      addNumbers(of: node, isWithoutInput, &texts)
      for link in box.links {
        texts.add(State.classes(of: link, in: graph))
        addTitle(of: link, &texts)
        if isMoment { texts.add(MomentWording.product(of: link, in: graph)) }
      }
    }
  }

  private func addNumbers(of node: Node, _ isWithoutInput: Bool, _ texts: inout SlotTexts) {
    if node.dataChange != nil || node.progress != nil {
      let numbers = BoxNumbers(node)
      texts.add(numbers.data)
      texts.add(numbers.gradient)
      return
    }
    texts.append(text: node.data)
    texts.end()
    if isWithoutInput {
      texts.append("0 (input 0)")
    } else if let gradient = node.gradient {
      texts.append(text: gradient)
    } else {
      texts.append("—")
    }
    texts.end()
  }

  /// What the reader sees on pointing at a box, or hears.
  private func addTitle(
    of box: Box, _ node: Node, _ isWithoutInput: Bool, _ texts: inout SlotTexts
  ) {
    texts.append(box.title)
    if let change = node.dataChange {
      texts.append(Array(Escaping.markup(Wording.changes(node, change)).utf8))
    } else {
      texts.append("data ")
      texts.append(exact: node.data)
      if let gradient = node.gradient {
        texts.append(", gradient ")
        texts.append(exact: gradient)
      }
      if node.data == 0 { texts.append(", exactly zero") }
      if node.id == firstNonFinite?.id { texts.append(", the first value that is not finite") }
    }
    if isWithoutInput { texts.append(Wording.withoutInput) }
    texts.end()
  }

  /// The same of an edge: what comes back along it.
  private func addTitle(of link: Link, _ texts: inout SlotTexts) {
    let consumer = graph.nodes[link.consumer]
    let derivative = consumer.derivatives[link.slot]
    let gradient = consumer.gradient ?? 0
    texts.append(link.title)
    texts.append(exact: State.isOff(consumer, slot: link.slot) ? 0 : derivative * gradient)
    texts.append(" = ")
    texts.append(exact: derivative)
    texts.append(" × ")
    texts.append(exact: gradient)
    texts.end()
  }

  /// What a drawing says to someone who does not see it.
  private var description: String {
    if isMoment { return "\(caption.title); \(detail)" }
    if isComparison {
      return "\(caption.title); \(detail); what changed since \(graph.comparedTo ?? "")"
    }
    let root = graph.nodes[graph.root]
    let zeros = view.boxes.filter { graph.nodes[$0.id].data == 0 }.count
    return [
      caption.title, detail, "computation graph of \(view.boxCount) values",
      "\(root.name ?? "root") = \(NumberFormat.text(for: root.data))", "\(zeros) exactly zero",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
