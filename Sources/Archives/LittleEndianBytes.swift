/// Bytes from which numbers are read at any place; `nil` where there are not enough of them.
struct LittleEndianBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// A number of up to 8 bytes, the lowest first; `nil` also for one that no `Int` holds.
  func number(at place: Int, size: Int) -> Int? {
    guard let slice = bytes(at: place, count: size) else { return nil }
    return Int(exactly: slice.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  func bytes(at place: Int, count: Int) -> [UInt8]? {
    guard place >= 0, place <= bytes.count, count >= 0, count <= bytes.count - place else {
      return nil
    }
    return Array(bytes[place..<place + count])
  }
}
