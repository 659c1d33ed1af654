import Foundation

/// A recording's blocks, to be put together again with other contents and right checksums.
struct RecordingBytes {
  private static let start = Array("graphgrad recording 1\n".utf8)
  private(set) var blocks: [(kind: String, payload: [UInt8])] = []

  init(_ bytes: [UInt8]) {
    var place = Self.start.count
    while place < bytes.count {
      let length = (0..<8).reduce(0) { $0 | Int(bytes[place + 4 + $1]) << (8 * $1) }
      let kind = String(decoding: bytes[place..<place + 4], as: UTF8.self)
      blocks.append((kind, Array(bytes[place + 12..<place + 12 + length])))
      place += 16 + length
    }
  }

  func head() throws -> Any { try JSONSerialization.jsonObject(with: Data(blocks[0].payload)) }

  func with(head: Any) throws -> [UInt8] {
    try with(Array(JSONSerialization.data(withJSONObject: head, options: .sortedKeys)), at: 0)
  }

  func with(_ payload: [UInt8], at index: Int) throws -> [UInt8] {
    var all = Self.start
    for (place, block) in blocks.enumerated() {
      all += Self.block(block.kind, place == index ? payload : block.payload)
    }
    return all
  }

  private static func block(_ kind: String, _ payload: [UInt8]) -> [UInt8] {
    var bytes = Array(kind.utf8)
    withUnsafeBytes(of: UInt64(payload.count).littleEndian) { bytes += $0 }
    bytes += payload
    var register: UInt32 = ~0
    for byte in bytes { register = register >> 8 ^ table[Int((register ^ UInt32(byte)) & 0xFF)] }
    withUnsafeBytes(of: (~register).littleEndian) { bytes += $0 }
    return bytes
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}
