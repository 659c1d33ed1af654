/// A piece of a recording: four letters, the length of what follows, that, and a checksum of all.
struct Block {
  enum Kind: String { case head, step, last }

  let kind: Kind
  let payload: [UInt8]

  /// The letters and the length.
  static let headSize = 12
  static let checksumSize = 4

  var bytes: [UInt8] {
    var bytes = Array(kind.rawValue.utf8)
    bytes.append(UInt64(payload.count))
    bytes += payload
    var checksum = CRC32()
    checksum.add(bytes)
    bytes.append(checksum.value)
    return bytes
  }
}

extension [UInt8] {
  /// Appends a number with its lowest byte first.
  mutating func append(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  /// Appends an IEEE 754 number with its lowest byte first.
  mutating func append(_ number: Double) { append(number.bitPattern) }
}
