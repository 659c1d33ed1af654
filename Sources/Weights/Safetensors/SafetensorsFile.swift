/// The tensors of a safetensors file in the order of their data, which fills the file without a
/// hole.
struct SafetensorsFile {
  private static let lengthSize = 8

  let tensors: [TensorEntry]
  private let data: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) throws(WeightsError) {
    let header = try Self.header(of: bytes)
    data = bytes[header.endIndex...]
    var tensors: [TensorEntry] = []
    for member in try Self.members(of: header) where member.key != "__metadata__" {
      tensors.append(try TensorEntry(member))
    }
    self.tensors = tensors.sorted { ($0.begin, $0.end) < ($1.begin, $1.end) }
    try checkRanges()
  }

  /// All tensors, their numbers not yet read.
  var named: [NamedTensor] {
    tensors.map { tensor in
      NamedTensor(name: tensor.name, shape: tensor.shape) { () throws(WeightsError) in
        try numbers(tensor)
      }
    }
  }

  /// The tensor's numbers, row by row.
  private func numbers(_ tensor: TensorEntry) throws(WeightsError) -> [Double] {
    let type = try tensor.type()
    let start = data.startIndex
    return type.numbers(data[start + tensor.begin..<start + tensor.end])
  }

  /// Checks that each tensor begins where the one before ends, and the last ends with the file.
  func checkLayout() throws(WeightsError) {
    var end = 0
    for tensor in tensors {
      guard tensor.begin == end else {
        throw tensor.fault(.dataBegin(tensor.begin, expected: end))
      }
      end = tensor.end
    }
    if end < data.count { throw .safetensors(.unusedBytes(data.count - end)) }
  }

  private func checkRanges() throws(WeightsError) {
    for tensor in tensors {
      guard tensor.begin <= tensor.end, tensor.end <= data.count else {
        throw tensor.fault(
          .dataRange(begin: tensor.begin, end: tensor.end, available: data.count))
      }
    }
  }

  private static func header(of bytes: [UInt8]) throws(WeightsError) -> ArraySlice<UInt8> {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count >= lengthSize else { throw .safetensors(.noHeader(bytes: bytes.count)) }
    let length = UInt64(littleEndian: bytes[..<lengthSize])
    let available = bytes.count - lengthSize
    guard length <= UInt64(available) else {
      throw .safetensors(.headerLength(length, available: available))
    }
    return bytes[lengthSize..<lengthSize + Int(length)]
  }

  private static func members(
    of header: ArraySlice<UInt8>
  ) throws(WeightsError) -> [JSONValue.Member] {
    let start = header.startIndex + 1
    guard String(validating: header, as: UTF8.self) != nil else {
      throw .safetensors(.headerNotJSON(byte: start, .notUTF8))
    }
    do throws(JSONScanner.Failure) {
      let value = try JSONScanner.value(of: header)
      guard let members = value.object else {
        throw .init(offset: value.offset, problem: .notAnObject)
      }
      return members
    } catch {
      throw .safetensors(.headerNotJSON(byte: error.offset + 1, error.problem))
    }
  }
}
