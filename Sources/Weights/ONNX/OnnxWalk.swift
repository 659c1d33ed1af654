/// Layers found so far along an ONNX graph.
struct OnnxWalk {
  let constants: [String: OnnxTensor]
  private(set) var layers: [(layer: LinearLayer, hasBias: Bool)] = []
  /// Whether the last layer has an activation.
  private(set) var isFinished = false

  private static let activations: [String: String] = [
    "Relu": "relu", "Sigmoid": "sigmoid", "Tanh": "tanh", "Softplus": "softplus",
    "Softmax": "softmax", "LogSoftmax": "softmax",
  ]
  /// The slope that ``LinearLayer/activation`` `leakyRelu` stands for.
  private static let leakySlope = 0.01

  init(constants: [String: OnnxTensor]) { self.constants = constants }

  mutating func add(_ node: OnnxNode, reading value: String) throws(WeightsError) {
    switch node.op {
    case "Gemm": try addGemm(node, reading: value)
    case "MatMul": try addProduct(node, reading: value)
    case "Add": try addBias(node, reading: value)
    default: try addActivation(node)
    }
  }

  private mutating func addGemm(_ node: OnnxNode, reading value: String) throws(WeightsError) {
    guard node.inputs.count > 1, node.inputs[0] == value, node.int("transA", or: 0) == 0,
      let weight = constants[node.inputs[1]]
    else { throw .graph(.unreadable(op: node.op, name: value)) }
    let alpha = node.float("alpha", or: 1)
    let rows = try rows(weight, areOutputs: node.int("transB", or: 0) != 0)
      .map { $0.map { $0 * alpha } }
    try append(rows, weight.name)
    guard node.inputs.count > 2, !node.inputs[2].isEmpty else { return }
    try setBias(node.inputs[2], times: node.float("beta", or: 1))
  }

  private mutating func addProduct(_ node: OnnxNode, reading value: String) throws(WeightsError) {
    guard node.inputs.count == 2, node.inputs[0] == value, let weight = constants[node.inputs[1]]
    else { throw .graph(.unreadable(op: node.op, name: value)) }
    try append(try rows(weight, areOutputs: false), weight.name)
  }

  private mutating func addBias(_ node: OnnxNode, reading value: String) throws(WeightsError) {
    guard node.inputs.count == 2, let last = layers.last, !last.hasBias, !isFinished,
      let other = node.inputs.first(where: { $0 != value })
    else { throw .graph(.unreadable(op: node.op, name: value)) }
    try setBias(other, times: 1)
  }

  private mutating func addActivation(_ node: OnnxNode) throws(WeightsError) {
    guard !layers.isEmpty, !isFinished, let name = activation(node) else {
      throw .graph(.unreadable(op: node.op, name: node.outputs.first ?? ""))
    }
    layers[layers.count - 1].layer.activation = name
    isFinished = true
  }

  private func activation(_ node: OnnxNode) -> String? {
    switch node.op {
    case "LeakyRelu":
      abs(node.float("alpha", or: Self.leakySlope) - Self.leakySlope) < 1e-8 ? "leakyRelu" : nil
    case "Gelu": node.text("approximate") ?? "none" == "none" ? "gelu" : nil
    default: Self.activations[node.op]
    }
  }

  private mutating func append(_ rows: [[Double]], _ tensor: String) throws(WeightsError) {
    let name = TensorName(tensor)?.prefix ?? tensor
    layers.append(
      (
        LinearLayer(
          name: name, weight: rows, bias: rows.map { _ in 0 }, activation: "linear"), false
      ))
    isFinished = false
  }

  private mutating func setBias(_ name: String, times factor: Double) throws(WeightsError) {
    guard let bias = constants[name] else { throw .graph(.unreadable(op: "bias", name: name)) }
    let numbers = try bias.numbers()
    let layer = layers[layers.count - 1].layer
    guard numbers.count == layer.bias.count else {
      throw .layers(
        .biasDoesNotFit(
          bias: bias.name, shape: bias.shape, weight: layer.weightName, weightShape: layer.shape))
    }
    layers[layers.count - 1] = (layer, true)
    layers[layers.count - 1].layer.bias = numbers.map { $0 * factor }
  }

  private func rows(_ weight: OnnxTensor, areOutputs: Bool) throws(WeightsError) -> [[Double]] {
    let numbers = try weight.numbers()
    guard weight.shape.count == 2 else { throw .tensor(weight.name, .weightShape(weight.shape)) }
    guard !weight.shape.contains(0) else {
      throw .layers(.emptyTensor(weight.name, shape: weight.shape))
    }
    let (height, width) = (weight.shape[0], weight.shape[1])
    if areOutputs { return (0..<height).map { Array(numbers[$0 * width..<($0 + 1) * width]) } }
    return (0..<width).map { column in (0..<height).map { numbers[$0 * width + column] } }
  }
}
