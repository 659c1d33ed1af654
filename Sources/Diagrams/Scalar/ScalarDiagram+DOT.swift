internal import GraphModel

extension ScalarDiagram {
  /// Larger layouts than this, by ``ScalarView/layoutSize``, get fewer rounds of optimisation.
  static let exactLayoutLimit = 1_500

  func dot(placement: Diagram.Placement) -> String {
    var writer = DOTWriter(placement: placement)
    writer.open("digraph \(Escaping.quoted(prefix))")
    writer.statement("graph", id: prefix, graphAttributes)
    writer.statement(
      "node",
      [
        ("shape", "box"), ("style", "rounded,filled"), ("fontname", theme.fonts),
        ("fontsize", "\(theme.fontSize)"), ("margin", "0.0833,0.0556"), ("height", "0.1"),
        ("width", "0.1"),
      ])
    writer.statement(
      "edge",
      [
        ("arrowsize", "0.6"), ("fontname", theme.fonts), ("fontsize", "\(theme.fontSize)"),
        ("fontcolor", theme.ink.light),
      ])
    write(view.scopes, &writer)
    for box in view.boxes { writeLinks(into: box, &writer) }
    writer.close()
    return writer.text
  }

  private var graphAttributes: [(String, String)] {
    var attributes = [
      ("rankdir", "LR"), ("newrank", "true"), ("nodesep", "0.14"),
      ("ranksep", isMoment ? "0.3" : view.hasManyFlows ? "1.2" : "0.42"),
      ("pad", "0.15"), ("bgcolor", theme.ground.light), ("fontname", theme.fonts),
      ("fontsize", "\(theme.fontSize)"), ("fontcolor", theme.faint.light), ("labelloc", "t"),
      ("labeljust", "l"), ("label", "<\(heading)>"),
    ]
    let isLarge = view.layoutSize > Self.exactLayoutLimit
    if isLarge { attributes.append(("nslimit", "0.1")) }
    // Where each group reads all those before it no order crosses less than another, and more rounds
    // only turn the natural one.
    if view.hasGroups {
      attributes.append(("mclimit", "0.01"))
    } else if isLarge {
      attributes.append(("mclimit", "0.25"))
    }
    return attributes
  }

  private func write(_ tree: ScopeTree, _ writer: inout DOTWriter) {
    if !tree.path.isEmpty {
      let id = id(of: tree)
      writer.open("subgraph \(Escaping.quoted("cluster_\(id)"))")
      writer.statement(
        "graph", id: id,
        [
          ("style", "rounded,filled"), ("color", theme.scope.stroke.light),
          ("fillcolor", theme.scope.fill.light), ("margin", "10"),
          ("label", "<\(Escaping.label(label(of: tree)))>"),
        ])
    }
    for box in tree.boxes { writeBox(box, &writer) }
    for child in tree.children { write(child, &writer) }
    if !tree.path.isEmpty { writer.close() }
  }

  private func writeBox(_ box: Box, _ writer: inout DOTWriter) {
    let node = node(box)
    let style = style(of: node)
    let isFlat = node.data == 0
    writer.statement(
      quoted("n", box.id), id: id(of: box),
      [
        ("fillcolor", style.fill.light), ("color", style.stroke.light),
        ("style", isFlat ? "rounded,filled,dashed" : "rounded,filled"),
        ("penwidth", "\(outlineWidth(of: node))"),
        ("label", "<\(label(of: box))>"),
      ] + (box.isGroup ? [("peripheries", "2")] : []))
    for (index, link) in box.links.enumerated() where link.hasWaypoint {
      let id = id(ofLink: index, into: box) + "_p"
      writer.statement(
        Escaping.quoted(id), id: id,
        [
          ("shape", "point"), ("style", "invis"), ("width", "0.01"), ("height", "0.01"),
        ])
    }
  }

  private func writeLinks(into box: Box, _ writer: inout DOTWriter) {
    for (index, link) in box.links.enumerated() {
      var attributes = lineAttributes(link)
      let label = isMoment ? productLabel(link) : []
      if !link.mark.isEmpty, !isMoment {
        attributes += [
          ("headlabel", link.mark), ("labeldistance", "1.7"), ("labelangle", "-35"),
        ]
      }
      let id = id(ofLink: index, into: box)
      let (source, target) = (quoted("n", link.source), quoted("n", box.id))
      guard link.hasWaypoint else {
        writer.statement("\(source) -> \(target)", id: id, attributes + label)
        continue
      }
      let point = Escaping.quoted("\(id)_p")
      writer.statement(
        "\(source) -> \(point)", id: "\(id)_a",
        attributes + [("dir", "none"), ("headclip", "false")])
      writer.statement(
        "\(point) -> \(target)", id: id,
        attributes + label + [("weight", "4"), ("tailclip", "false")])
    }
  }

  private func lineAttributes(_ link: Link) -> [(String, String)] {
    let classes = State.classes(of: link, in: graph).split(separator: " ")
    let isOff = classes.contains("off")
    let isFaint = isOff || classes.contains("pending")
    let isNow = classes.contains("now")
    let color = isNow ? theme.root.stroke : isFaint ? theme.offEdge : theme.edge
    return [("color", color.light), ("style", isOff ? "dashed" : "solid")]
      + (isNow ? [("penwidth", "3")] : width(of: link).map { [("penwidth", $0)] } ?? [])
  }

  /// The more values go along an edge, the wider it is.
  private func width(of link: Link) -> String? {
    State.width(of: link, into: graph.nodes[link.consumer]).flatMap { name in
      Self.widths.first { " \($0.name)" == "\(name)" }.map { "\($0.points)" }
    }
  }

  /// What the edge passes back, in a place that is kept for it in every moment's drawing.
  private func productLabel(_ link: Link) -> [(String, String)] {
    let words = MomentWording.product(of: link, in: graph)
    let text = HTMLLabel.text(words.isEmpty ? " " : words, theme.ink, size: 9)
    let cell = HTMLLabel.cell(text, "align=\"left\" width=\"106\" height=\"13\"")
    return [("label", "<\(HTMLLabel.table([cell], "border=\"0\" cellpadding=\"0\""))>")]
  }

  private func quoted(_ letter: String, _ number: Int) -> String {
    Escaping.quoted("\(letter)\(number)")
  }
}
