internal import GraphModel

extension Diagram {
  /// Where each changing text of a drawing stands in ``slotTexts``.
  struct SlotMap {
    static let detail = 0
    static let description = 1
    /// Of each box, by its id: the first of class, title, data and gradient.
    private(set) var boxes: [String: (slot: Int, box: Box)] = [:]
    /// Of each edge, by its id: the first of class and title.
    private(set) var links: [String: Int] = [:]

    init(_ diagram: Diagram) {
      var next = 2
      for box in diagram.view.boxes {
        boxes[diagram.id(of: box)] = (next, box)
        next += 4
        for index in box.links.indices {
          let id = diagram.id(ofLink: index, into: box)
          links[id] = next
          if box.links[index].hasWaypoint { links["\(id)_a"] = next }
          next += 2
        }
      }
    }
  }

  /// The changing texts of the drawing, escaped, in the order of ``SlotMap``.
  var slotTexts: [String] {
    let origin = graph.firstNonFinite?.id
    var texts = [Escaping.markup(detail), Escaping.markup(description)]
    for box in view.boxes {
      let text = BoxText(box, node(box))
      texts.append(State.classes(of: node(box), firstNonFinite: origin).joined(separator: " "))
      texts.append(Escaping.markup(Wording.title(of: box, in: graph)))
      texts += [text.data, text.gradient]
      for link in box.links {
        let isOff = State.isOff(graph.nodes[link.consumer], slot: link.slot)
        texts.append(isOff ? "edge off" : "edge")
        texts.append(Escaping.markup(Wording.title(of: link, into: box, in: graph)))
      }
    }
    return texts
  }

  /// What a drawing says to someone who does not see it.
  private var description: String {
    let root = graph.nodes[graph.root]
    let zeros = view.boxes.filter { graph.nodes[$0.id].data == 0 }.count
    return [
      caption.title, detail, "computation graph of \(view.boxCount) values",
      "\(root.name ?? "root") = \(NumberFormat.text(for: root.data))", "\(zeros) exactly zero",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
