internal import GraphModel

/// Every value of a graph as a box, laid out by Graphviz.
struct ScalarDiagram: DiagramContent {
  let graph: Graph
  let view: ScalarView
  let caption: Caption
  let theme: Theme
  let prefix: String
  /// Where the first number that is not finite comes from.
  let nonFiniteOrigin: NonFiniteOrigin?
  let isPlaced = false
  var size: Int { view.layoutSize }
  var boxCount: Int { view.boxCount }

  init(graph: Graph, view: ScalarView, caption: Caption, theme: Theme, prefix: String) {
    self.graph = graph
    self.view = view
    self.caption = caption
    self.theme = theme
    self.prefix = prefix
    nonFiniteOrigin = graph.comparedTo == nil ? graph.nonFiniteOrigin : nil
  }

  /// Whether the numbers are changes since another moment.
  var isComparison: Bool { graph.comparedTo != nil }

  /// Whether a moment within a step is drawn.
  var isMoment: Bool { graph.moment != nil }

  func id(of box: Box) -> String { "\(prefix)_n\(box.id)" }
  func id(ofLink index: Int, into box: Box) -> String { "\(prefix)_e\(box.id)_\(index)" }

  /// The caption's second line, which also says where the first number that is not finite comes from.
  var detail: String {
    if graph.moment != nil {
      return [caption.shownDetail, MomentWording.words(graph)].filter { !$0.isEmpty }
        .joined(separator: " · ")
    }
    guard let origin = nonFiniteOrigin else { return caption.shownDetail }
    let node = graph.nodes[origin.node]
    let words: String
    if let group = node.group {
      let name = Wording.scope(group.path.split(separator: "/").map(String.init))
      words = "first value that is not finite: \(name) = \(NumberFormat.text(for: node.data))"
    } else {
      words = "not finite first: \(Escaping.name(origin.sentence))"
    }
    return caption.detail.isEmpty ? words : "\(caption.shownDetail) · \(words)"
  }

  /// The width of a box's outline, in points.
  func outlineWidth(of node: Node) -> Int {
    if node.id == nonFiniteOrigin?.node { return 4 }
    if node.progress?.isActive == true { return 3 }
    return node.role == .root || !node.data.isFinite ? 2 : 1
  }

  func node(_ box: Box) -> Node { graph.nodes[box.id] }

  /// How a box of this role is filled and outlined.
  func style(of node: Node) -> Theme.Style {
    if let progress = node.progress, progress.isActive || !progress.hasData {
      let color = progress.isActive ? theme.root.stroke : theme.offEdge
      return Theme.Style(fill: style(ofRole: node.role).fill, stroke: color)
    }
    if !node.data.isFinite { return theme.alarm }
    if isComparison, let shade = Shade.name(of: node.data), let style = theme.shade(shade) {
      return style
    }
    return style(ofRole: node.id == graph.root && node.role == .group ? .root : node.role)
  }

  func style(ofRole role: Node.Role) -> Theme.Style {
    switch role {
    case .input: return theme.input
    case .parameter: return theme.parameter
    case .constant, .intermediate: return theme.intermediate
    case .root: return theme.root
    case .group: return theme.group
    }
  }
}
