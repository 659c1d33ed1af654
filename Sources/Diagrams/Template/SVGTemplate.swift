/// A drawing as SVG with its places for words and numbers left open.
///
/// libgvc lays a view out and draws it once. What changes from frame to frame (numbers, classes,
/// the sentences behind boxes and edges) is written into the template, so no box can move between
/// frames. Colours and dashes follow from the classes by one style sheet.
public struct SVGTemplate: Sendable {
  private let pieces: [[UInt8]]
  private let slots: [Int]

  /// - Parameters:
  ///   - rendered: libgvc's SVG of the DOT of `diagram`.
  ///   - diagram: any diagram of the view.
  /// - Throws: ``SVGTemplateError`` when the two do not fit.
  public init(rendered: [UInt8], of diagram: Diagram) throws(SVGTemplateError) {
    var builder = SVGTemplateBuilder(diagram.content)
    try builder.read(rendered)
    pieces = builder.pieces
    slots = builder.slots
  }

  /// The SVG of a diagram of the view this template was made for.
  public func filled(with diagram: Diagram) -> [UInt8] {
    let texts = diagram.content.slotTexts
    var result: [UInt8] = []
    result.reserveCapacity(pieces.reduce(0) { $0 + $1.count } + 24 * slots.count)
    for (piece, slot) in zip(pieces, slots) {
      result += piece
      result += texts[slot].utf8
    }
    result += pieces[slots.count]
    return result
  }
}
