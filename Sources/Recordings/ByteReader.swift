/// Reads numbers from bytes, lowest byte first.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var offset: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  var rest: Int { bytes.endIndex - offset }

  /// `nil` if there are not that many bytes left.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest else { return nil }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  mutating func integer<T: FixedWidthInteger>(_ type: T.Type = T.self) -> T? {
    take(MemoryLayout<T>.size).map { slice in
      slice.reversed().reduce(0) { $0 << 8 | T(truncatingIfNeeded: $1) }
    }
  }

  mutating func double() -> Double? { integer(UInt64.self).map(Double.init(bitPattern:)) }

  mutating func doubles(_ count: Int) -> [Double]? {
    guard let bytes = take(8 * count) else { return nil }
    return bytes.withUnsafeBytes { buffer in
      (0..<count).map { place in
        Double(
          bitPattern: UInt64(
            littleEndian: buffer.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self)))
      }
    }
  }
}
