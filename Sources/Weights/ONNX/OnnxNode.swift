/// An operation of an ONNX graph (`NodeProto` of onnx.proto).
struct OnnxNode {
  let op: String
  let inputs: [String]
  let outputs: [String]
  private let attributes: [ProtobufMessage]

  init(_ message: ProtobufMessage) {
    op = message.text(4)
    inputs = message.texts(1)
    outputs = message.texts(2)
    attributes = message.messages(5)
  }

  private func attribute(_ name: String) -> ProtobufMessage? {
    attributes.first { $0.text(1) == name }
  }

  func int(_ name: String, or usual: Int) -> Int {
    attribute(name).map { $0.number(3) ?? 0 } ?? usual
  }

  func float(_ name: String, or usual: Double) -> Double {
    attribute(name).map { DType.f32.numbers($0.words(2)[...]).first ?? 0 } ?? usual
  }

  func text(_ name: String) -> String? { attribute(name)?.text(4) }

  func ints(_ name: String) -> [Int]? { attribute(name)?.numbers(8) }

  /// Of an operation `Constant`.
  var value: ProtobufMessage? { attribute("value")?.messages(5).first }
}
