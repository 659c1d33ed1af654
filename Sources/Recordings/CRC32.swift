/// The checksum of PNG and zip (ISO 3309; polynomial 0xEDB88320, reflected).
struct CRC32 {
  private var register: UInt32 = 0xFFFF_FFFF

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      register = register >> 8 ^ Self.table[Int((register ^ UInt32(byte)) & 0xFF)]
    }
  }

  var value: UInt32 { ~register }
}
