internal import GraphModel

extension NeuronDiagram {
  var parts: [String: Part] {
    let layout = NeuronLayout(network, minimumWidth: Self.minimumWidth)
    var slots = SlotCounter()
    var parts = [
      "\(prefix)_detail": Part(
        classSlot: slots.take(), titleSlot: slots.take(),
        lines: [Part.Line(kind: "w", slot: SlotCounter.detail)])
    ]
    for node in network.nodes {
      var part = Part(
        classSlot: slots.take(), titleSlot: slots.take(), padding: Self.padding)
      part.lines = [
        Part.Line(kind: "h", side: .left),
        Part.Line(kind: "t end", slot: slots.take(), side: .right),
      ]
      part.lines += layout.isCompact ? compactLines(&slots) : lines(text(of: node), &slots)
      if text(of: node).fires != nil {
        part.barSlot = slots.take()
        part.barRoom = Self.barRoom(isCompact: layout.isCompact)
      }
      parts[id(of: node)] = part
    }
    for (index, edge) in network.edges.enumerated() {
      var part = Part(classSlot: slots.take(), titleSlot: slots.take())
      part.strokeSlot = slots.take()
      part.hasTee = network.nodes[edge.target].kind != .loss
      if weightLabel(edge, layout) != nil {
        let place = Self.weightPlace(layout.curves[index])
        part.lines = [Part.Line(kind: "w", slot: slots.take(), side: .middle(place.x))]
      }
      parts[id(ofEdge: index)] = part
    }
    return parts
  }

  private static let padding = 10.0

  private static func barRoom(isCompact: Bool) -> Double {
    isCompact ? Double(inside(isCompact: true)) : barWidth
  }

  private func compactLines(_ slots: inout SlotCounter) -> [Part.Line] {
    [Part.Line(kind: "k", slot: slots.take(), side: .left)]
  }

  private func lines(_ text: NeuronText, _ slots: inout SlotCounter) -> [Part.Line] {
    var lines: [Part.Line] = []
    for row in text.rows {
      lines.append(Part.Line(kind: "k", side: .left))
      let kind = row.isGradient ? "g end" : "d end"
      lines.append(Part.Line(kind: kind, slot: slots.take(), side: .right))
    }
    if text.fires != nil {
      lines.append(Part.Line(kind: "k", side: .left))
      lines.append(Part.Line(kind: "t end", slot: slots.take(), side: .right))
    }
    return lines
  }

  func write(_ texts: inout SlotTexts) {
    let layout = NeuronLayout(network, minimumWidth: Self.minimumWidth)
    for text in [Escaping.markup(detail), Escaping.markup(description), "node detail", ""] {
      texts.add(text)
    }
    for node in network.nodes {
      let text = text(of: node)
      texts.add(NeuronStyle.classes(node, isOverData: isOverData))
      texts.add(Escaping.markup(NeuronWording.title(of: node, isOverData: isOverData)))
      texts.add(Escaping.markup(text.corner.isEmpty ? " " : text.corner))
      if layout.isCompact {
        texts.add(NeuronText.compact(node, isOverData: isOverData))
      } else {
        for row in text.rows { texts.add(row.text) }
        if let fires = text.fires { texts.add(Escaping.markup(NumberFormat.percent(fires))) }
      }
      if let fires = text.fires {
        let share = fires.isFinite ? fires : 0
        texts.add(Canvas.number(share * Self.barRoom(isCompact: layout.isCompact)))
      }
    }
    for edge in network.edges {
      texts.add(NeuronStyle.edgeClasses(edge, in: network))
      texts.add(Escaping.markup(NeuronWording.title(of: edge, in: network)))
      let width = Canvas.number(NeuronStyle.width(edge, in: network))
      let opacity = Canvas.number(NeuronStyle.opacity(edge, in: network))
      texts.add(" stroke-width=\"\(width)\" stroke-opacity=\"\(opacity)\"")
      if let label = weightLabel(edge, layout) { texts.add(label) }
    }
  }

  private var description: String {
    let judged = network.nodes.filter { $0.verdict != nil }
    let off = judged.filter { !NeuronStyle.isActing($0) }
    if network.moment != nil { return "\(caption.title); \(detail)" }
    if isComparison {
      return "\(caption.title); \(detail); what changed since \(network.comparedTo ?? "")"
    }
    return [
      caption.title, detail, "network of \(judged.count) neuron\(judged.count == 1 ? "" : "s")",
      "\(off.isEmpty ? "none" : "\(off.count)") without effect \(isOverData ? "on any example" : "here")"
        + (off.isEmpty || off.count > 6 ? "" : ": \(off.map(\.name).joined(separator: ", "))"),
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
