extension WeightsFile {
  /// Checks that the layers are rectangular and finite and that each fits the one before.
  ///
  /// - Throws: ``WeightsError`` with the first layer's first fault.
  public static func check(_ layers: [LinearLayer]) throws(WeightsError) {
    guard !layers.isEmpty else { throw .layers(.none) }
    for layer in layers {
      try layer.checkShape()
      try layer.checkNumbers()
    }
    for (before, layer) in zip(layers, layers.dropFirst()) where layer.shape[1] != before.shape[0] {
      throw .layers(
        .layersDoNotFit(
          weight: layer.weightName, shape: layer.shape,
          before: before.weightName, beforeShape: before.shape))
    }
  }
}

extension LinearLayer {
  fileprivate func checkShape() throws(WeightsError) {
    guard shape[0] > 0, shape[1] > 0 else {
      throw .layers(.emptyTensor(weightName, shape: weight.isEmpty ? [0] : shape))
    }
    for (index, row) in weight.enumerated() where row.count != shape[1] {
      throw .layers(
        .raggedRow(
          tensor: weightName, row: index + 1, found: row.count, expected: shape[1]))
    }
    guard bias.count == shape[0] else {
      throw .layers(
        .biasDoesNotFit(
          bias: biasName, shape: [bias.count], weight: weightName, weightShape: shape))
    }
  }

  fileprivate func checkNumbers() throws(WeightsError) {
    for (row, numbers) in weight.enumerated() {
      guard let column = numbers.firstIndex(where: { !$0.isFinite }) else { continue }
      throw .layers(
        .notFinite(
          tensor: weightName, index: [row + 1, column + 1], value: "\(numbers[column])"))
    }
    if let index = bias.firstIndex(where: { !$0.isFinite }) {
      throw .layers(.notFinite(tensor: biasName, index: [index + 1], value: "\(bias[index])"))
    }
  }
}
