public import Diagrams
public import GraphModel
public import Graphviz

/// A graph laid out once, to be drawn with the numbers of one step after the other.
///
///     let drawing = try Drawing(graph, caption: Caption(title: "step 1"))
///     let first = try drawing.picture(.svg)
///     let second = try drawing.picture(.svg, of: laterGraph, caption: Caption(title: "step 2"))
///
/// No box moves between the pictures of one drawing.
public struct Drawing: Sendable {
  /// Graphs of this ``ScalarView/layoutSize`` take a few seconds to lay out; the time grows with
  /// its square and more.
  public static let defaultSizeLimit = 20_000

  /// What is drawn where.
  public let view: ScalarView
  private let first: Diagram
  private let template: SVGTemplate
  private let placement: Diagram.Placement

  /// Lays `graph` out.
  ///
  /// - Parameters:
  ///   - foldingSums: whether long chains of additions become one Σ.
  ///   - prefix: starts every id in the SVG: letters, digits and `_`.
  ///   - sizeLimit: the largest ``ScalarView/layoutSize`` to lay out.
  /// - Throws: ``DrawingError``.
  public init(
    _ graph: Graph, caption: Caption? = nil, foldingSums: Bool = false, theme: Theme = .standard,
    prefix: String = "g", sizeLimit: Int = Drawing.defaultSizeLimit
  ) throws(DrawingError) {
    let view = ScalarView(graph, foldingSums: foldingSums)
    let size = view.layoutSize
    guard size <= sizeLimit else {
      throw .tooLarge(boxes: view.boxCount, size: size, limit: sizeLimit)
    }
    let caption = caption ?? Caption(title: graph.name)
    first = Diagram(graph, view: view, caption: caption, theme: theme, prefix: prefix)
    self.view = view
    let layout = try Self.layout(first.dot(), .dot, .svg)
    placement = layout.placement
    do {
      template = try SVGTemplate(rendered: layout.pictures[0], of: first)
    } catch {
      throw .template(error)
    }
  }

  /// The picture of the graph that was laid out.
  public func picture(_ format: PictureFormat) throws(DrawingError) -> [UInt8] {
    try picture(format, of: first.graph, caption: first.caption)
  }

  /// The picture of another graph of the same structure, at the same places.
  public func picture(
    _ format: PictureFormat, of graph: Graph, caption: Caption
  ) throws(DrawingError) -> [UInt8] {
    let diagram = Diagram(
      graph, view: view, caption: caption, theme: first.theme, prefix: first.prefix)
    if format == .svg { return template.filled(with: diagram) }
    return try Self.layout(diagram.dot(placement: placement), .fixed, format).pictures[0]
  }

  private static func layout(
    _ dot: String, _ engine: Layout.Engine, _ format: PictureFormat
  ) throws(DrawingError) -> Layout {
    do {
      return try Layout(dot: dot, engine: engine, rendering: [format])
    } catch {
      throw .graphviz(error)
    }
  }
}
