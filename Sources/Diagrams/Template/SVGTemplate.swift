/// A drawing as SVG with its places for words and numbers left open.
///
/// libgvc lays a view out and draws it once. What changes from frame to frame (numbers, classes,
/// the sentences behind boxes and edges) is written into the template, so no box can move between
/// frames. Colours and dashes follow from the classes by one style sheet.
public struct SVGTemplate: Sendable {
  private let fixed: [UInt8]
  /// Where each piece of ``fixed`` ends; a text follows it, but for the last.
  private let ends: [Int]
  private let slots: [Int]

  /// - Parameters:
  ///   - rendered: libgvc's SVG of the DOT of `diagram`.
  ///   - diagram: any diagram of the view.
  /// - Throws: ``SVGTemplateError`` when the two do not fit.
  public init(rendered: [UInt8], of diagram: Diagram) throws(SVGTemplateError) {
    var builder = SVGTemplateBuilder(diagram.content)
    try builder.read(rendered)
    fixed = builder.fixed
    ends = builder.ends + [builder.fixed.count]
    slots = builder.slots
  }

  /// The SVG of a diagram of the view this template was made for.
  public func filled(with diagram: Diagram) -> [UInt8] {
    var texts = SlotTexts()
    diagram.content.write(&texts)
    return texts.withTexts { bytes, textEnds in
      func text(_ slot: Int) -> Range<Int> {
        (slot == 0 ? 0 : textEnds[slot - 1])..<textEnds[slot]
      }
      let size = slots.reduce(fixed.count) { $0 + text($1).count }
      return Array(unsafeUninitializedCapacity: size) { result, count in
        fixed.withUnsafeBufferPointer { fixed in
          func put(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            guard !range.isEmpty, let from = source.baseAddress, let to = result.baseAddress
            else { return }
            (to + count).update(from: from + range.lowerBound, count: range.count)
            count += range.count
          }
          var start = 0
          for (place, slot) in slots.enumerated() {
            put(fixed, start..<ends[place])
            put(bytes, text(slot))
            start = ends[place]
          }
          put(fixed, start..<fixed.count)
        }
      }
    }
  }
}
