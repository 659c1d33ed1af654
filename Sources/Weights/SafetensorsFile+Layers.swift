extension SafetensorsFile {
  /// The layers in the order of the network.
  func layers() throws(WeightsError) -> [LinearLayer] {
    try checkRoles()
    let biases = try biases()
    var layers: [LinearLayer] = []
    for tensor in tensors {
      guard let name = TensorName(tensor.name), let bias = biases[name.partner.text] else {
        continue
      }
      layers.append(LinearLayer(name: name.prefix, weight: try rows(of: tensor), bias: bias))
    }
    try checkLayout()
    return LayerOrder.sorted(layers)
  }

  /// Checks that every tensor is the weight or the bias of a layer that has both.
  private func checkRoles() throws(WeightsError) {
    let names = Set(tensors.map(\.name))
    for tensor in tensors {
      let partner = try tensor.role().partner.text
      guard names.contains(partner) else { throw .layers(.missing(tensor: partner)) }
    }
  }

  private func biases() throws(WeightsError) -> [String: [Double]] {
    var biases: [String: [Double]] = [:]
    for tensor in tensors where tensor.shape.count == 1 {
      biases[tensor.name] = try numbers(tensor)
    }
    return biases
  }

  private func rows(of weight: TensorEntry) throws(WeightsError) -> [[Double]] {
    let numbers = try numbers(weight)
    let width = weight.shape[1]
    return stride(from: 0, to: numbers.count, by: width).map { Array(numbers[$0..<$0 + width]) }
  }
}
