public import Diagrams
public import GraphModel
public import Graphviz
internal import Refusal

/// A diagram laid out once, to be drawn with the numbers of one step after the other.
///
///     let drawing = try Drawing(graph, caption: Caption(title: "step 1"))
///     let first = try drawing.picture(.svg)
///     let second = try drawing.picture(.svg, of: laterGraph, caption: Caption(title: "step 2"))
///
/// No box moves between the pictures of one drawing.
public struct Drawing: Sendable {
  /// Graphs of this ``Diagram/size`` take a few seconds to lay out; the time grows with its square
  /// and more.
  public static let defaultSizeLimit = 20_000

  /// What was laid out.
  public let diagram: Diagram
  private let template: SVGTemplate
  private let placement: Diagram.Placement
  private let view: ScalarView?
  /// How the graph is folded; `nil` for a drawing that was not made of a graph.
  public let fold: FoldPlan?

  /// Lays `diagram` out.
  ///
  /// - Parameter sizeLimit: the largest ``Diagram/size`` to lay out.
  /// - Throws: ``DrawingError``.
  public init(
    _ diagram: Diagram, sizeLimit: Int = Drawing.defaultSizeLimit
  ) throws(DrawingError) {
    try self.init(diagram, view: nil, fold: nil, sizeLimit)
  }

  /// Lays out a box for every value of `graph`, or for every scope that is folded.
  ///
  /// - Parameters:
  ///   - foldingSums: whether long chains of additions become one Σ.
  ///   - alternatives: graphs of the same values with other edges, which are drawn too.
  ///   - folding: which scopes become one box each; the caption then says so. A depth that is over the
  ///     limit of size becomes less, see ``FoldPlan/askedDepth``.
  ///   - prefix: starts every id in the SVG: letters, digits and `_`.
  ///   - sizeLimit: the largest ``ScalarView/layoutSize`` to lay out.
  /// - Throws: ``DrawingError``.
  public init(
    _ graph: Graph, caption: Caption? = nil, foldingSums: Bool = false,
    alternatives: [Graph] = [], folding: Folding = .none, theme: Theme = .standard,
    prefix: String = "g", sizeLimit: Int = Drawing.defaultSizeLimit
  ) throws(DrawingError) {
    func view(_ fold: FoldPlan) -> ScalarView {
      ScalarView(
        fold.folded(graph), foldingSums: foldingSums, alternatives: alternatives.map(fold.folded))
    }
    let fold: FoldPlan
    do {
      fold = try FoldPlan(graph, folding) { view($0).layoutSize <= sizeLimit }
    } catch {
      throw .unknownScope(error)
    }
    let shown = fold.folded(graph)
    let view = view(fold)
    let caption = (caption ?? Caption(title: graph.name)).folded(by: fold)
    let diagram = Diagram(shown, view: view, caption: caption, theme: theme, prefix: prefix)
    try self.init(diagram, view: view, fold: fold, sizeLimit)
  }

  private init(
    _ diagram: Diagram, view: ScalarView?, fold: FoldPlan?, _ sizeLimit: Int
  ) throws(DrawingError) {
    guard diagram.size <= sizeLimit else {
      throw .tooLarge(boxes: diagram.boxCount, size: diagram.size, limit: sizeLimit)
    }
    self.diagram = diagram
    self.view = view
    self.fold = fold
    let layout = try Self.layout(diagram.dot(), diagram.isPlaced ? .fixed : .dot, .svg)
    placement = layout.placement
    template = try Self.template(layout.pictures[0], diagram)
  }

  private static func template(
    _ rendered: [UInt8], _ diagram: Diagram
  ) throws(DrawingError) -> SVGTemplate {
    do { return try SVGTemplate(rendered: rendered, of: diagram) } catch { throw .template(error) }
  }

  /// The picture of the diagram that was laid out.
  ///
  /// - Parameter size: of a PNG.
  public func picture(
    _ format: PictureFormat, size: PNGSize = .standard
  ) throws(DrawingError) -> [UInt8] {
    try picture(format, of: diagram, size: size)
  }

  /// How many pixels a PNG has.
  public func pixels(_ size: PNGSize) -> (width: Double, height: Double) {
    let scale = size.dotsPerInch(width: template.size.width) / 72
    return (template.size.width * scale, template.size.height * scale)
  }

  /// The picture of another diagram of the same kind and structure, at the same places; with another
  /// title, or with a second line where there was none, it is drawn anew.
  public func picture(
    _ format: PictureFormat, of diagram: Diagram, size: PNGSize = .standard
  ) throws(DrawingError) -> [UInt8] {
    if format == .svg, diagram.hasHeading(of: self.diagram) {
      return template.filled(with: diagram)
    }
    let pixels = pixels(size)
    guard format != .png || PNGSize.fits(pixels) else {
      throw .tooManyPixels(
        width: Int(clamping: pixels.width), height: Int(clamping: pixels.height))
    }
    // A second line that was not there before needs room above the drawing.
    let isRoomy = diagram.detail.isEmpty == self.diagram.detail.isEmpty
    var dot = diagram.dot(placement: isRoomy ? placement : [:])
    // What is said last of the graph holds.
    if diagram.isTransparent, format != .svg {
      dot = "\(dot.dropLast(2))  graph [bgcolor=\"transparent\"];\n}\n"
    }
    let density = size.dotsPerInch(width: template.size.width)
    let engine: Layout.Engine = isRoomy || diagram.isPlaced ? .fixed : .dot
    let picture = try Self.layout(dot, engine, format, density).pictures[0]
    return format == .svg ? try Self.template(picture, diagram).filled(with: diagram) : picture
  }

  /// The picture of another graph of the same structure, at the same places.
  ///
  /// - Precondition: the drawing was made of a graph.
  public func picture(
    _ format: PictureFormat, of graph: Graph, caption: Caption
  ) throws(DrawingError) -> [UInt8] {
    guard let view, let fold else {
      refuse("this drawing was not made of a Graph")
    }
    return try picture(
      format, of: diagram.with(fold.folded(graph), view, caption.folded(by: fold)))
  }

  private static func layout(
    _ dot: String, _ engine: Layout.Engine, _ format: PictureFormat,
    _ dotsPerInch: Double = Layout.standardDotsPerInch
  ) throws(DrawingError) -> Layout {
    let density = format == .png ? dotsPerInch : Layout.standardDotsPerInch
    do {
      return try Layout(dot: dot, engine: engine, rendering: [format], dotsPerInch: density)
    } catch {
      throw .graphviz(error)
    }
  }
}

extension Int {
  /// The nearest whole number there is.
  fileprivate init(clamping number: Double) {
    self = Int(exactly: number.rounded()) ?? (number > 0 ? .max : .min)
  }
}
