internal import GraphModel

extension ScalarDiagram {
  var parts: [String: Part] {
    var slots = SlotCounter()
    var parts: [String: Part] = [:]
    for scope in view.scopeList {
      parts[id(of: scope)] = Part(
        classSlot: slots.take(), titleSlot: slots.take(),
        lines: [Part.Line(kind: "s", slot: slots.take(), side: .left)], padding: 8)
    }
    for box in view.boxes {
      let (classSlot, titleSlot) = (slots.take(), slots.take())
      let lines = lines(
        of: box, data: slots.take(), gradient: slots.take(),
        neurons: box.isGroup ? slots.take() : nil)
      parts[id(of: box)] = Part(
        classSlot: classSlot, titleSlot: titleSlot, lines: lines,
        padding: box.isGroup ? Self.padding + Self.borderGap : Self.padding)
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
  /// Between the two outlines of a scope's box.
  private static let borderGap = 4.0

  private func lines(of box: Box, data: Int, gradient: Int, neurons: Int?) -> [Part.Line] {
    let text = BoxText(box, node(box))
    var lines: [Part.Line] = []
    if !text.heading.isEmpty { lines.append(Part.Line(kind: "h")) }
    if !text.corner.isEmpty {
      lines.append(Part.Line(kind: box.operation.isEmpty ? "t end" : "o end", side: .right))
    }
    if let neurons { lines.append(Part.Line(kind: "k", slot: neurons, side: .left)) }
    return lines + [
      Part.Line(kind: "k"), Part.Line(kind: "d end", slot: data, side: .right),
      Part.Line(kind: "k"), Part.Line(kind: "g end", slot: gradient, side: .right),
    ]
  }

  /// Writes the changing texts of the drawing in the order of ``parts``.
  func write(_ texts: inout SlotTexts) {
    texts.add(Escaping.markup(detail))
    texts.add(Escaping.markup(description))
    for scope in view.scopeList {
      texts.add("cluster")
      texts.add(Escaping.markup(title(of: scope)))
      texts.add(Escaping.markup(label(of: scope)))
    }
    let withoutInput = isComparison || isMoment ? [] : graph.isParameterWithoutInput
    var starts = view.starts.reader
    // Through pointers, because copying a node counts references of all its parts.
    graph.nodes.withUnsafeBufferPointer { nodes in
      view.boxes.withUnsafeBufferPointer { boxes in
        guard let nodes = nodes.baseAddress, let boxes = boxes.baseAddress else { return }
        for place in 0..<view.boxes.count {
          let box = boxes + place
          let isWithoutInput = !withoutInput.isEmpty && withoutInput[box.pointee.id]
          write(box, nodes + box.pointee.id, isWithoutInput, &starts, &texts)
          for index in box.pointee.links.indices {
            write(box.pointee.links[index], nodes, &starts, &texts)
          }
        }
      }
    }
  }

  private func write(
    _ box: UnsafePointer<Box>, _ node: UnsafePointer<Node>, _ isWithoutInput: Bool,
    _ starts: inout Starts.Reader, _ texts: inout SlotTexts
  ) {
    State.add(
      node, firstNonFinite: nonFiniteOrigin?.node, root: graph.root, to: &texts)
    starts.next(&texts)
    addTitle(node, isWithoutInput, &texts)
    addNumbers(node, isWithoutInput, &texts)
  }

  private func addNumbers(
    _ node: UnsafePointer<Node>, _ isWithoutInput: Bool, _ texts: inout SlotTexts
  ) {
    if isComparison || isMoment {
      let numbers = BoxNumbers(node.pointee)
      texts.add(numbers.data)
      texts.add(numbers.gradient)
      return addNeurons(node, &texts)
    }
    texts.append(text: node.pointee.data)
    texts.end()
    if isWithoutInput {
      texts.append("0 (input 0)")
    } else if let gradient = node.pointee.gradient {
      texts.append(text: gradient)
    } else {
      texts.append("—")
    }
    texts.end()
    addNeurons(node, &texts)
  }

  /// In the box of a scope.
  private func addNeurons(_ node: UnsafePointer<Node>, _ texts: inout SlotTexts) {
    if let group = node.pointee.group { texts.add(Wording.neurons(of: group)) }
  }

  /// Ends what the reader sees on pointing at a box, or hears.
  private func addTitle(
    _ node: UnsafePointer<Node>, _ isWithoutInput: Bool, _ texts: inout SlotTexts
  ) {
    if let group = node.pointee.group {
      addTitle(group, node, &texts)
    } else if isComparison, let change = node.pointee.dataChange {
      texts.append(Array(Escaping.markup(Wording.changes(node.pointee, change)).utf8))
    } else {
      texts.append("data ")
      texts.append(exact: node.pointee.data)
      if let gradient = node.pointee.gradient {
        texts.append(", gradient ")
        texts.append(exact: gradient)
      }
      if node.pointee.data == 0 { texts.append(", exactly zero") }
      if let origin = nonFiniteOrigin, origin.node == node.pointee.id {
        texts.append(Array(Escaping.markup(", not finite first: \(origin.sentence)").utf8))
      }
    }
    if isWithoutInput { texts.append(Wording.withoutInput) }
    texts.end()
  }

  private func addTitle(
    _ group: Group, _ node: UnsafePointer<Node>, _ texts: inout SlotTexts
  ) {
    texts.append("of what flows out the largest size is ")
    texts.append(exact: node.pointee.data)
    if let gradient = node.pointee.gradient {
      texts.append(", that of a gradient ")
      texts.append(exact: gradient)
    }
    if group.neuronCount > 0 { texts.append(Array("; \(Wording.neurons(of: group))".utf8)) }
    if group.isNonFinite { texts.append("; something in it is not finite") }
  }

  private func write(
    _ link: Link, _ nodes: UnsafePointer<Node>, _ starts: inout Starts.Reader,
    _ texts: inout SlotTexts
  ) {
    let consumer = nodes + link.consumer
    if isMoment {
      texts.add(State.classes(of: link, in: graph))
    } else {
      texts.append(State.isOff(consumer, slot: link.slot) ? "edge off" : "edge")
      if let width = State.width(of: link, into: consumer) { texts.append(width) }
      texts.end()
    }
    if let flow = consumer.pointee.flows?[link.slot] {
      starts.next(&texts)
      texts.append(Array(Wording.words(flow).utf8))
      texts.end()
      if isMoment { texts.add("") }
      return
    }
    // What comes back along it.
    let derivative = consumer.pointee.derivatives[link.slot]
    let gradient = consumer.pointee.gradient ?? 0
    starts.next(&texts)
    texts.append(exact: State.isOff(consumer, slot: link.slot) ? 0 : derivative * gradient)
    texts.append(" = ")
    texts.append(exact: derivative)
    texts.append(" × ")
    texts.append(exact: gradient)
    texts.end()
    if isMoment { texts.add(MomentWording.product(of: link, in: graph)) }
  }

  /// What a drawing says to someone who does not see it.
  private var description: String {
    if isMoment { return "\(caption.title); \(detail)" }
    if isComparison {
      return "\(caption.title); \(detail); what changed since \(graph.comparedTo ?? "")"
    }
    let root = graph.nodes[graph.root]
    let value = "\(root.name ?? "root") = \(NumberFormat.text(for: root.data))"
    let zeros = view.boxes.filter { graph.nodes[$0.id].data == 0 }.count
    return [
      caption.title, detail, "computation graph of \(view.boxCount) values",
      detail.hasPrefix(value) ? "" : value, zeros == 0 ? "" : "\(zeros) exactly 0",
      Wording.inactive(graph.neurons),
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
