/// An array as NumPy writes it (`.npy`, versions 1 to 3).
///
/// - SeeAlso: <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>
struct NumPyArray {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  private let name: String
  private let descr: String
  private let isColumnMajor: Bool
  private let shape: [Int]
  private let data: ArraySlice<UInt8>

  static func isArray(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  init(_ bytes: [UInt8], named name: String) throws(WeightsError) {
    let fault = WeightsError.tensor(name, .badArray)
    guard Self.isArray(bytes), bytes.count >= 12 else { throw fault }
    let lengthSize = bytes[6] == 1 ? 2 : 4
    let length = UInt64(littleEndian: bytes[8..<8 + lengthSize])
    let start = 8 + lengthSize
    guard (1...3).contains(bytes[6]), length <= UInt64(bytes.count - start) else { throw fault }
    let header = String(decoding: bytes[start..<start + Int(length)], as: UTF8.self)
    guard let fields = Fields(header) else { throw fault }
    self.name = name
    (descr, isColumnMajor, shape) = (fields.descr, fields.isColumnMajor, fields.shape)
    data = bytes[(start + Int(length))...]
  }

  var tensor: NamedTensor {
    NamedTensor(name: name, shape: shape) { () throws(WeightsError) in try numbers() }
  }

  private func numbers() throws(WeightsError) -> [Double] {
    let types: [String: DType] = ["f2": .f16, "f4": .f32, "f8": .f64]
    guard let type = types[String(descr.dropFirst())], let order = descr.first,
      "<>=|".contains(order)
    else { throw .tensor(name, .dtype(descr)) }
    guard let count = NamedTensor.count(of: shape + [type.size]), count == data.count else {
      throw .tensor(name, .dataSize(bytes: data.count, dtype: descr, shape: shape))
    }
    let numbers = type.numbers(data, isBigEndian: order == ">")
    guard isColumnMajor, shape.count == 2 else { return numbers }
    return (0..<shape[0]).flatMap { row in (0..<shape[1]).map { numbers[$0 * shape[0] + row] } }
  }

  /// The header, a Python dictionary of three literals.
  private struct Fields {
    let descr: String
    let isColumnMajor: Bool
    let shape: [Int]

    init?(_ header: String) {
      guard let descr = Self.value(of: "descr", in: header), descr.hasPrefix("'"),
        let order = Self.value(of: "fortran_order", in: header),
        let shape = Self.value(of: "shape", in: header), shape.hasPrefix("("),
        let end = shape.firstIndex(of: ")")
      else { return nil }
      self.descr = String(descr.dropFirst().prefix { $0 != "'" })
      isColumnMajor = order.hasPrefix("True")
      let sizes = shape[..<end].dropFirst().split(separator: ",").map { $0.filter { $0 != " " } }
      self.shape = sizes.compactMap { Int($0) }.filter { $0 >= 0 }
      guard self.shape.count == sizes.count else { return nil }
    }

    /// What follows `'key': `.
    private static func value(of key: String, in header: String) -> Substring? {
      guard let range = header.firstRange(of: "'\(key)':") else { return nil }
      return header[range.upperBound...].drop { $0 == " " }
    }
  }
}
