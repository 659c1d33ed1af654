public import GraphModel

/// A graph as it is drawn: which boxes and edges, in which look, with which words above.
///
/// From the same graph, view and caption come always the same bytes.
public struct Diagram: Sendable {
  /// The numbers.
  public let graph: Graph
  let view: ScalarView
  /// The words above.
  public let caption: Caption
  /// The colours and sizes.
  public let theme: Theme
  /// Starts every id in the drawing, so that several drawings can share a page.
  public let prefix: String

  /// - Parameters:
  ///   - view: of this graph, or of another with the same structure.
  ///   - prefix: letters, digits and `_`, starting with a letter.
  public init(
    _ graph: Graph, view: ScalarView, caption: Caption, theme: Theme = .standard,
    prefix: String = "g"
  ) {
    self.graph = graph
    self.view = view
    self.caption = caption
    self.theme = theme
    self.prefix = prefix
  }

  func id(of box: Box) -> String { "\(prefix)_n\(box.id)" }
  func id(ofLink index: Int, into box: Box) -> String { "\(prefix)_e\(box.id)_\(index)" }

  /// The caption's second line, which also names the first value that is not finite.
  var detail: String {
    guard let origin = graph.firstNonFinite else { return caption.detail }
    let name = Wording.scope(origin.scope + [origin.name ?? origin.operation])
    let words = "first value that is not finite: \(name) = \(NumberFormat.text(for: origin.data))"
    return caption.detail.isEmpty ? words : "\(caption.detail) · \(words)"
  }

  /// The width of a box's outline, in points.
  func outlineWidth(of node: Node) -> Int {
    if node.id == graph.firstNonFinite?.id { return 4 }
    return node.role == .root || !node.data.isFinite ? 2 : 1
  }

  func node(_ box: Box) -> Node { graph.nodes[box.id] }

  /// How a box of this role is filled and outlined.
  func style(of node: Node) -> Theme.Style {
    guard node.data.isFinite else { return theme.alarm }
    switch node.role {
    case .input: return theme.input
    case .parameter: return theme.parameter
    case .constant, .intermediate: return theme.intermediate
    case .root: return theme.root
    }
  }
}
