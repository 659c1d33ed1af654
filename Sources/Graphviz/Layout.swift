internal import CGraphviz
internal import Synchronization

/// A graph laid out and drawn by libgvc.
///
/// In process, never by a `dot` command, and from any thread: libgvc is not thread safe, so one lock
/// serialises all of it. A layout is rendered at once in every wanted format and freed again,
/// because libgvc keeps facts about the last graph it laid out in global variables: rendering an
/// earlier one reads freed memory.
public struct Layout: Sendable {
  /// How the nodes find their places.
  public enum Engine: String, Sendable {
    /// Layers, by Graphviz's `dot`.
    case dot
    /// The positions are in the text: `pos` of nodes and edges, `bb` of clusters.
    case fixed = "nop2"
  }

  /// As many CSS pixels make an inch.
  public static let standardDotsPerInch = 96.0

  /// The pictures asked for, in the same order.
  public let pictures: [[UInt8]]
  /// Where everything is: for the `id` of each node, edge and cluster its attributes `pos`, `bb`,
  /// `lp`, … as they are written in DOT for ``Engine/fixed``.
  public let placement: [String: [String: String]]

  private static let lock = Mutex(())

  /// Whether the system has fonts, as far as that can be told: without any no letter can be drawn,
  /// and how much room texts need is not known.
  public static let hasFonts = lock.withLock { _ in graphgrad_font_count() != 0 }

  /// Lays `dot` out and draws it.
  ///
  /// - Parameters:
  ///   - dot: the graph.
  ///   - engine: how the nodes find their places.
  ///   - formats: the pictures wanted.
  ///   - dotsPerInch: how many pixels of a PNG make an inch, which has 72 points.
  /// - Throws: ``GraphvizError`` with libgvc's message.
  public init(
    dot: String, engine: Engine = .dot, rendering formats: [PictureFormat],
    dotsPerInch: Double = standardDotsPerInch
  ) throws(GraphvizError) {
    guard !dot.utf8.contains(0) else { throw .embeddedNul }
    if formats.contains(where: \.hasLetters), !Self.hasFonts { throw .noFonts }
    self = try Self.lock.withLock { _ in
      Result { () throws(GraphvizError) in try Layout(locked: dot, engine, formats, dotsPerInch) }
    }.get()
  }

  private init(
    locked dot: String, _ engine: Engine, _ formats: [PictureFormat], _ dotsPerInch: Double
  ) throws(GraphvizError) {
    let density = dotsPerInch == Self.standardDotsPerInch ? 0 : dotsPerInch
    guard let drawing = graphgrad_layout(dot, engine.rawValue, density) else {
      throw .layout(message: Self.message)
    }
    defer { graphgrad_free_drawing(drawing) }
    var pictures: [[UInt8]] = []
    for format in formats { pictures.append(try Self.render(drawing, format, dotsPerInch)) }
    self.pictures = pictures
    placement = try Self.placement(drawing)
  }

  private static func render(
    _ drawing: OpaquePointer, _ format: PictureFormat, _ dotsPerInch: Double
  ) throws(GraphvizError) -> [UInt8] {
    guard let renderer = format.renderer else { return try png(drawing, dotsPerInch) }
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    guard graphgrad_render(drawing, renderer, &bytes, &length), let bytes else {
      throw .render(format: format.rawValue, message: message)
    }
    defer { graphgrad_free_bytes(bytes) }
    return Array(UnsafeRawBufferPointer(start: bytes, count: length))
  }

  private static func png(
    _ drawing: OpaquePointer, _ dotsPerInch: Double
  ) throws(GraphvizError) -> [UInt8] {
    var picture = DrawnPNG(dotsPerInch: dotsPerInch)
    let visit: graphgrad_pixel_visitor = { state, pixels, width, height in
      guard let state, let pixels else { return }
      let (columns, rows) = (Int(width), Int(height))
      state.assumingMemoryBound(to: DrawnPNG.self).pointee.take(
        Pixels(
          UnsafeBufferPointer(start: pixels, count: columns * rows), width: columns, height: rows))
    }
    let isDrawn = withUnsafeMutablePointer(to: &picture) { pointer in
      graphgrad_pixels(drawing, visit, pointer)
    }
    guard isDrawn, let result = picture.result else {
      throw .render(format: "png", message: message)
    }
    return try result.get().bytes
  }

  private static func placement(
    _ drawing: OpaquePointer
  ) throws(GraphvizError) -> [String: [String: String]] {
    var places: [String: [String: String]] = [:]
    let visit: graphgrad_visitor = { state, id, attribute, value in
      guard let state, let id, let attribute, let value else { return }
      let places = state.assumingMemoryBound(to: [String: [String: String]].self)
      places.pointee[String(cString: id), default: [:]][String(cString: attribute)] =
        String(cString: value)
    }
    let isTold = withUnsafeMutablePointer(to: &places) { pointer in
      graphgrad_positions(drawing, visit, pointer)
    }
    guard isTold else {
      throw .render(format: "dot", message: message)
    }
    return places
  }

  /// libgvc's words, on one line; to be read under the lock.
  private static var message: String {
    let text = String(cString: graphgrad_messages())
    let lines = text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    guard lines.contains("not recognized") else { return lines.isEmpty ? "no reason given" : lines }
    return lines + " (Graphviz's plugins are not registered; 'dot -c' registers them)"
  }
}

/// A PNG made of pixels that are lent for a moment.
private struct DrawnPNG {
  let dotsPerInch: Double
  private(set) var result: Result<PNG, GraphvizError>?

  init(dotsPerInch: Double) { self.dotsPerInch = dotsPerInch }

  mutating func take(_ pixels: Pixels) {
    result = Result { () throws(GraphvizError) in try PNG(pixels, dotsPerInch: dotsPerInch) }
  }
}
