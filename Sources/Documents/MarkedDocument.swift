internal import Refusal

/// A Markdown document with places for pictures.
///
/// A place is what stands between two comments,
///
///     <!-- graphgrad render Samples/points.yaml --example 3 -o docs/points.svg -->
///     <!-- /graphgrad -->
///
/// or below a fenced block whose first word is `graphgrad`. Every byte outside stays as it is.
public struct MarkedDocument: Sendable {
  /// The text as it is.
  public let bytes: [UInt8]
  /// From top to bottom.
  public let places: [MarkedPlace]

  /// Finds the places of a text.
  ///
  /// - Throws: ``DocumentError``.
  public init(_ bytes: [UInt8]) throws(DocumentError) {
    if let line = Self.lineThatIsNotUTF8(bytes) {
      throw DocumentError(line: line, column: 1, problem: .notUTF8)
    }
    var finder = PlaceFinder(bytes)
    try finder.run()
    self.bytes = bytes
    places = finder.places
  }

  /// What stands at a place now, without its line end.
  public func content(of place: MarkedPlace) -> String {
    let content = String(decoding: bytes[place.range], as: UTF8.self)
    return String(content.last?.isNewline == true ? content.dropLast() : content[...])
  }

  /// The document with a line of words at each place.
  ///
  /// - Precondition: as many texts as places.
  public func filled(with texts: [String]) -> [UInt8] {
    require(texts.count == places.count, "a text for each place")
    var result: [UInt8] = []
    var start = 0
    for (place, text) in zip(places, texts) {
      result += bytes[start..<place.range.lowerBound]
      result += place.hasMarkers ? line(text, place) : wholeRegion(text, place)
      start = place.range.upperBound
    }
    return result + bytes[start...]
  }

  private func line(_ text: String, _ place: MarkedPlace) -> [UInt8] {
    Array((place.indentation + text).utf8) + place.lineEnd
  }

  /// A picture with its comments below a block; at the end of a text that does not end its last line,
  /// it does not either.
  private func wholeRegion(_ text: String, _ place: MarkedPlace) -> [UInt8] {
    let lines = ["<!-- graphgrad -->", text, "<!-- /graphgrad -->"].flatMap { line($0, place) }
    let isEnded = [0x0A, 0x0D].contains(bytes[place.range.lowerBound - 1])
    return isEnded ? lines : place.lineEnd + lines.dropLast(place.lineEnd.count)
  }

  private static func lineThatIsNotUTF8(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    let lines = TextLine.all(of: bytes)
    return 1
      + (lines.firstIndex { String(validating: bytes[$0.content], as: UTF8.self) == nil } ?? 0)
  }
}
