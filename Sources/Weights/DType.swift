/// The types of number that are read; each fits a double exactly.
enum DType: String {
  case f16 = "F16"
  case bf16 = "BF16"
  case f32 = "F32"
  case f64 = "F64"

  var size: Int {
    switch self {
    case .f16, .bf16: 2
    case .f32: 4
    case .f64: 8
    }
  }

  /// The number in these little-endian bytes, ``size`` of them.
  func number(_ bytes: ArraySlice<UInt8>) -> Double {
    let bits = UInt64(littleEndian: bytes)
    return switch self {
    case .f16: Self.half(UInt16(truncatingIfNeeded: bits))
    case .bf16: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits) << 16))
    case .f32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .f64: Double(bitPattern: bits)
    }
  }

  /// All numbers in bytes, little-endian unless said.
  func numbers(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool = false) -> [Double] {
    stride(from: bytes.startIndex, through: bytes.endIndex - size, by: size).map {
      let slice = bytes[$0..<$0 + size]
      return number(isBigEndian ? Array(slice.reversed())[...] : slice)
    }
  }

  /// IEEE 754 binary16, without `Float16`, which Intel Macs lack.
  private static func half(_ bits: UInt16) -> Double {
    let sign: Double = bits >> 15 == 1 ? -1 : 1
    let (exponent, fraction) = (Int(bits >> 10 & 0x1F), Double(bits & 0x3FF))
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 0x1F: return fraction == 0 ? sign * .infinity : .nan
    default:
      return sign * (1 + fraction / 1024)
        * Double(sign: .plus, exponent: exponent - 15, significand: 1)
    }
  }
}

extension UInt64 {
  /// The number in up to 8 bytes, the lowest first.
  init(littleEndian bytes: ArraySlice<UInt8>) {
    self = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
