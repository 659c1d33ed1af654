/// Numbers of an ONNX file (`TensorProto` of onnx.proto).
struct OnnxTensor {
  private let message: ProtobufMessage
  let name: String
  let shape: [Int]

  init(_ message: ProtobufMessage, named name: String? = nil) {
    self.message = message
    self.name = name ?? message.text(8)
    shape = message.numbers(1)
  }

  func numbers() throws(WeightsError) -> [Double] {
    guard message.number(14) ?? 0 == 0 else { throw .tensor(name, .externalData) }
    let kind = message.number(2) ?? 0
    let types: [Int: (type: DType, field: Int)] = [
      1: (.f32, 4), 10: (.f16, 5), 11: (.f64, 10), 16: (.bf16, 5),
    ]
    guard let (type, field) = types[kind] else { throw .tensor(name, .dtype("ONNX type \(kind)")) }
    let raw = message.all(9).flatMap { Array($0) }
    let bytes = raw.isEmpty ? data(type, field) : raw
    guard !shape.contains(where: { $0 < 0 }),
      let count = NamedTensor.count(of: shape + [type.size]), count == bytes.count
    else { throw .tensor(name, .dataSize(bytes: bytes.count, dtype: type.rawValue, shape: shape)) }
    return type.numbers(bytes[...])
  }

  /// Numbers of two bytes stand in whole numbers of a field of their own.
  private func data(_ type: DType, _ field: Int) -> [UInt8] {
    guard type.size == 2 else { return message.words(field) }
    return message.numbers(field).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] }
  }
}
