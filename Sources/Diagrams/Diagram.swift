public import GraphModel

/// A graph as it is drawn: which boxes and edges, in which look, with which words above.
///
/// From the same graph, view and caption come always the same bytes.
public struct Diagram: Sendable {
  /// The attributes that place the drawing's parts, by id: what a finished layout says.
  public typealias Placement = [String: [String: String]]

  let content: any DiagramContent

  init(_ content: some DiagramContent) { self.content = content }

  /// Every value as a box.
  ///
  /// - Parameters:
  ///   - view: of this graph, or of another with the same structure.
  ///   - prefix: letters, digits and `_`, starting with a letter.
  public init(
    _ graph: Graph, view: ScalarView, caption: Caption, theme: Theme = .standard,
    prefix: String = "g"
  ) {
    self.init(
      ScalarDiagram(graph: graph, view: view, caption: caption, theme: theme, prefix: prefix))
  }

  /// Every neuron as a box.
  ///
  /// - Parameter prefix: letters, digits and `_`, starting with a letter.
  public init(
    _ network: NeuronGraph, caption: Caption, theme: Theme = .standard, prefix: String = "g"
  ) {
    self.init(
      NeuronDiagram(network: network, caption: caption, theme: theme, prefix: prefix))
  }

  /// Neurons × steps, with the loss above.
  ///
  /// - Parameter prefix: letters, digits and `_`, starting with a letter.
  public init(
    _ history: FiringHistory, caption: Caption, theme: Theme = .standard, prefix: String = "g"
  ) {
    self.init(TimelineDiagram(history, caption: caption, theme: theme, prefix: prefix))
  }

  /// Curves, bars, areas and points.
  ///
  /// - Parameter prefix: letters, digits and `_`, starting with a letter.
  public init(_ plot: Plot, caption: Caption, theme: Theme = .standard, prefix: String = "g") {
    self.init(PlotDiagram(plot, caption: caption, theme: theme, prefix: prefix))
  }

  /// Small pictures side by side.
  ///
  /// - Parameter prefix: letters, digits and `_`, starting with a letter.
  public init(
    _ sheet: TileSheet, caption: Caption, theme: Theme = .standard, prefix: String = "g"
  ) {
    self.init(TileDiagram(sheet, caption: caption, theme: theme, prefix: prefix))
  }

  /// The same drawing of another graph.
  public func with(_ graph: Graph, _ view: ScalarView, _ caption: Caption) -> Diagram {
    Diagram(
      graph, view: view, caption: caption, theme: content.theme, prefix: content.prefix)
  }

  /// The same drawing of another network.
  public func with(_ network: NeuronGraph, _ caption: Caption) -> Diagram {
    Diagram(network, caption: caption, theme: content.theme, prefix: content.prefix)
  }

  /// Whether nothing is drawn below the drawing.
  public var isTransparent: Bool { content.theme.isTransparent }

  /// The words above.
  public var caption: Caption { content.caption }
  /// The words below the title.
  package var detail: String { content.detail }
  /// Whether the words above fit where those of another diagram stand: all but the second line are
  /// the same, and that is there in both or in none.
  package func hasHeading(of other: Diagram) -> Bool {
    caption.title == other.caption.title && detail.isEmpty == other.detail.isEmpty
  }
  /// How much there is to lay out: boxes, and columns that edges cross.
  public var size: Int { content.size }
  /// How many boxes there are.
  public var boxCount: Int { content.boxCount }
  /// Whether the DOT text says itself where everything is.
  public var isPlaced: Bool { content.isPlaced }

  /// The drawing as DOT, without or with the places of its parts.
  public func dot(placement: Placement = [:]) -> String { content.dot(placement: placement) }
}

/// What a kind of diagram tells.
protocol DiagramContent: Sendable {
  var caption: Caption { get }
  var theme: Theme { get }
  /// Starts every id in the drawing, so that several drawings can share a page.
  var prefix: String { get }
  var size: Int { get }
  var boxCount: Int { get }
  var isPlaced: Bool { get }
  func dot(placement: Diagram.Placement) -> String

  /// What can change from frame to frame, by the id of the group in libgvc's SVG.
  var parts: [String: Part] { get }
  /// Writes the changing texts: the caption's detail, the description, then those of the parts.
  func write(_ texts: inout SlotTexts)
  /// The words below the title.
  var detail: String { get }
  /// What the style sheet says of this kind of diagram; selectors are those inside the drawing.
  func rules(_ tone: KeyPath<Color, String>) -> [StyleRule]
}

/// A line of a style sheet.
struct StyleRule {
  let selectors: [String]
  let body: String

  init(_ selectors: String..., body: String) {
    self.selectors = selectors
    self.body = body
  }
}
