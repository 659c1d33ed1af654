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
  /// In points.
  public let size: (width: Double, height: Double)

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
    size = builder.size
  }

  /// The SVG of a diagram of the view this template was made for.
  public func filled(with diagram: Diagram) -> [UInt8] {
    var texts = SlotTexts()
    diagram.content.write(&texts)
    return texts.withTexts { bytes, textEnds in
      fixed.withUnsafeBufferPointer { fixed in
        Splice(fixed: fixed, ends: ends, slots: slots, texts: bytes, textEnds: textEnds).bytes
      }
    }
  }
}

/// Fixed pieces and texts put one after the other. Through pointers: with thousands of pieces a
/// frame, checks and ranges cost as much as the bytes.
private struct Splice {
  let fixed: UnsafeBufferPointer<UInt8>
  let ends: [Int]
  let slots: [Int]
  let texts: UnsafeBufferPointer<UInt8>
  let textEnds: [Int]

  var bytes: [UInt8] {
    textEnds.withUnsafeBufferPointer { textEnds in
      func start(_ slot: Int) -> Int { slot == 0 ? 0 : textEnds[slot - 1] }
      let size = slots.reduce(fixed.count) { $0 + textEnds[$1] - start($1) }
      return Array(unsafeUninitializedCapacity: size) { result, count in
        guard let fixed = fixed.baseAddress, let texts = texts.baseAddress,
          var end = result.baseAddress
        else { return }
        func put(_ source: UnsafePointer<UInt8>, _ length: Int) {
          end.update(from: source, count: length)
          end += length
        }
        var done = 0
        for (place, slot) in slots.enumerated() {
          put(fixed + done, ends[place] - done)
          done = ends[place]
          let first = start(slot)
          put(texts + first, textEnds[slot] - first)
        }
        put(fixed + done, ends[slots.count] - done)
        count = size
      }
    }
  }
}
