internal import GraphModel

/// The changing texts of a frame, one after the other, escaped.
struct SlotTexts: ~Copyable {
  private var bytes: ByteBuffer
  private var ends: [Int] = []
  private var known = KnownNumbers()

  init(capacity: Int = 1 << 14) {
    bytes = ByteBuffer(capacity: capacity)
  }

  /// How many texts are complete.
  var count: Int { ends.count }

  /// Completes a text.
  mutating func end() { ends.append(bytes.count) }

  /// Adds a whole text that needs no escaping.
  mutating func add(_ text: String) {
    bytes.append(text)
    end()
  }

  /// Adds a whole text of words that stand in the program.
  mutating func add(_ words: StaticString) {
    bytes.append(words)
    end()
  }

  /// Adds a whole text in UTF-8.
  mutating func add(_ text: [UInt8]) {
    bytes.append(text)
    end()
  }

  /// Continues the text with what needs no escaping.
  mutating func append(_ words: StaticString) { bytes.append(words) }
  /// Continues the text with what needs no escaping.
  mutating func append(_ text: [UInt8]) { bytes.append(text) }
  /// Continues the text with what needs no escaping.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(text) }
  /// Continues the text with a number as it stands in a box.
  mutating func append(text number: Double) { bytes.append(text: number) }

  /// Continues the text with all digits of a number. In a frame most numbers occur several times:
  /// what was written before is copied.
  mutating func append(exact number: Double) {
    if let place = known[number] {
      bytes.appendAgain(place.start, place.length)
      return
    }
    let start = bytes.count
    bytes.append(exact: number)
    known.add(number, start: start, length: bytes.count - start)
  }

  /// Lends the texts: all bytes, and where each ends.
  func withTexts<R>(_ body: (UnsafeBufferPointer<UInt8>, [Int]) -> R) -> R {
    body(bytes.contents, ends)
  }
}

/// Where numbers were written before; of two that fall on the same place the later one is known.
private struct KnownNumbers {
  private struct Place {
    let bits: UInt64
    let start: Int32
    let length: Int32
  }

  private var places: [Place]

  init() {
    places = Array(repeating: Place(bits: 0, start: 0, length: 0), count: 1 << Self.bits)
  }

  private static let bits: UInt64 = 10

  /// Multiplying spreads numbers that differ in few bits (Knuth, The Art of Computer Programming,
  /// section 6.4: by the golden ratio).
  private static func hash(_ number: Double) -> Int {
    Int((number.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }

  subscript(_ number: Double) -> (start: Int, length: Int)? {
    let place = places[Self.hash(number)]
    guard place.bits == number.bitPattern, place.length > 0 else { return nil }
    return (Int(place.start), Int(place.length))
  }

  mutating func add(_ number: Double, start: Int, length: Int) {
    places[Self.hash(number)] = Place(
      bits: number.bitPattern, start: Int32(truncatingIfNeeded: start),
      length: Int32(truncatingIfNeeded: length))
  }
}
