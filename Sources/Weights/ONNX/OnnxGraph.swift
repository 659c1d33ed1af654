/// A network of linear layers in an ONNX file, read along its graph.
///
/// - SeeAlso: <https://onnx.ai/onnx/operators/>
struct OnnxGraph {
  private let nodes: [OnnxNode]
  private var constants: [String: OnnxTensor] = [:]
  private let inputs: [String]
  private let outputs: [String]

  /// Operations that leave numbers as they are when a network is used.
  private static let transparent: Set<String> = ["Identity", "Dropout", "Flatten", "Cast"]
  /// What may follow the last activation and names a class.
  private static let naming: Set<String> = ["ArgMax", "ZipMap", "ArrayFeatureExtractor"]

  /// - Throws: ``WeightsError/otherFile(_:)`` for bytes that hold no graph.
  init(_ bytes: [UInt8]) throws(WeightsError) {
    guard let model = ProtobufMessage(bytes[...]), let graph = model.messages(7).first,
      !graph.messages(1).isEmpty
    else { throw .otherFile(.unknown) }
    nodes = graph.messages(1).map { OnnxNode($0) }
    for message in graph.messages(5) {
      let tensor = OnnxTensor(message)
      constants[tensor.name] = tensor
    }
    for node in nodes where node.op == "Constant" {
      guard let output = node.outputs.first, let value = node.value else { continue }
      constants[output] = OnnxTensor(value, named: output)
    }
    inputs = graph.messages(11).map { $0.text(1) }.filter { [constants] in constants[$0] == nil }
    outputs = graph.messages(12).map { $0.text(1) }
  }

  /// The layers in the order of the graph, each with its activation, `linear` where there is none.
  func layers(_ notes: inout [WeightsNote]) throws(WeightsError) -> [LinearLayer] {
    guard inputs.count == 1 else { throw .graph(.inputs(inputs)) }
    var walk = OnnxWalk(constants: constants)
    var value = inputs[0]
    while let node = try next(value, walk) {
      if !Self.transparent.contains(node.op) { try walk.add(node, reading: value) }
      guard let output = node.outputs.first else { break }
      value = output
    }
    let bare = walk.layers.filter { !$0.hasBias }.map(\.layer.name)
    if !bare.isEmpty { notes.append(.withoutBias(layers: bare)) }
    return walk.layers.map(\.layer)
  }

  /// The one operation that reads a value; `nil` at the end.
  private func next(_ value: String, _ walk: OnnxWalk) throws(WeightsError) -> OnnxNode? {
    let readers = nodes.filter { $0.inputs.contains(value) }
    if walk.isFinished, readers.allSatisfy({ Self.naming.contains($0.op) || $0.op == "Cast" }) {
      return nil
    }
    if outputs.contains(value), readers.allSatisfy({ Self.naming.contains($0.op) }) { return nil }
    guard readers.count == 1 else {
      throw .graph(.readers(of: value, ops: readers.map(\.op)))
    }
    return readers[0]
  }
}
