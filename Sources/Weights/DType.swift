/// The types of number that are read; both fit a double exactly.
enum DType: String {
  case f32 = "F32"
  case f64 = "F64"

  var size: Int { self == .f32 ? 4 : 8 }

  /// The number in these little-endian bytes, ``size`` of them.
  func number(_ bytes: ArraySlice<UInt8>) -> Double {
    let bits = UInt64(littleEndian: bytes)
    return switch self {
    case .f32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .f64: Double(bitPattern: bits)
    }
  }
}

extension UInt64 {
  /// The number in up to 8 bytes, the lowest first.
  init(littleEndian bytes: ArraySlice<UInt8>) {
    self = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
