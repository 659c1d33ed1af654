internal import GraphModel

extension ScalarDiagram {
  var parts: [String: Part] {
    var slots = SlotCounter()
    var parts: [String: Part] = [:]
    for scope in scopes.all.dropFirst() {
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

  /// The changing texts of the drawing, escaped, in the order of ``parts``.
  var slotTexts: [String] {
    let origin = isComparison ? nil : graph.firstNonFinite?.id
    var texts = [Escaping.markup(detail), Escaping.markup(description)]
    for scope in scopes.all.dropFirst() {
      texts += ["cluster", Escaping.markup(title(of: scope)), Escaping.markup(label(of: scope))]
    }
    let withoutInput = isComparison || isMoment ? [] : graph.parametersWithoutInput
    for box in view.boxes {
      let text = BoxText(box, node(box))
      texts.append(State.classes(of: node(box), firstNonFinite: origin).joined(separator: " "))
      let isWithoutInput = withoutInput.contains(box.id)
      let note = isWithoutInput ? Wording.withoutInput : ""
      texts.append(Escaping.markup(Wording.title(of: box, in: graph) + note))
      texts += [text.data, isWithoutInput ? "0 (input 0)" : text.gradient]
      for link in box.links {
        texts.append(State.classes(of: link, in: graph))
        texts.append(Escaping.markup(Wording.title(of: link, into: box, in: graph)))
        if isMoment { texts.append(MomentWording.product(of: link, in: graph)) }
      }
    }
    return texts
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
