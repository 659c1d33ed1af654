public import Autograd
public import Diagrams
public import GraphModel
public import Graphviz

/// The kinds of file a graph is written as, by the ending of its name.
public enum GraphFormat: String, CaseIterable, Sendable {
  case svg, png, pdf, dot, json

  /// The format that a file's name ends in; `nil` for any other ending.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }

  /// The format of a picture.
  public init(_ picture: PictureFormat) {
    self =
      switch picture {
      case .svg: .svg
      case .png: .png
      case .pdf: .pdf
      case .dot: .dot
      }
  }

  /// The picture to ask libgvc for; `nil` for JSON.
  public var picture: PictureFormat? { PictureFormat(rawValue: rawValue) }
}

extension Graph {
  /// The graph as a file of this format.
  ///
  /// - Throws: ``DrawingError`` for a picture that cannot be drawn.
  public func bytes(
    _ format: GraphFormat, caption: Caption? = nil, foldingSums: Bool = false,
    folding: Folding = Folding(), sizeLimit: Int = Drawing.defaultSizeLimit
  ) throws(DrawingError) -> [UInt8] {
    guard let picture = format.picture else { return json() }
    let drawing = try Drawing(
      self, caption: caption, foldingSums: foldingSums, folding: folding, sizeLimit: sizeLimit)
    return try drawing.picture(picture)
  }

  /// Draws the graph into a file; the ending of its name (svg, png, pdf, dot, json) tells how.
  ///
  /// - Throws: ``DrawingError`` or ``OutputError``.
  public func write(
    to path: String, caption: Caption? = nil, folding: Folding = Folding()
  ) throws {
    guard let format = GraphFormat(path: path) else {
      throw OutputError(
        path: path, reason: "the name should end in .svg, .png, .pdf, .dot or .json")
    }
    try OutputFile.write(bytes(format, caption: caption, folding: folding), to: path)
  }
}

extension Value {
  /// Draws everything this value was computed from, with its gradients, into a file.
  ///
  /// - Throws: ``DrawingError`` or ``OutputError``.
  public func write(
    to path: String, caption: Caption? = nil, folding: Folding = Folding()
  ) throws {
    try graph().write(to: path, caption: caption, folding: folding)
  }
}
