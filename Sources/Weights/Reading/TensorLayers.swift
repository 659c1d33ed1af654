/// Layers put together from the tensors of a file.
struct TensorLayers {
  /// What belongs to one layer.
  private struct Group {
    let prefix: String
    var tensors: [(role: TensorName.Role, tensor: NamedTensor)] = []

    subscript(role: TensorName.Role) -> NamedTensor? {
      tensors.first { $0.role == role }?.tensor
    }
    /// Of a weight, however it is written.
    var matrix: NamedTensor? { self[.weight] ?? self[.kernel] ?? self[.matrix] ?? self[.direction] }
  }

  private var groups: [Group] = []
  /// Tensors that are part of no linear layer.
  private var others: [NamedTensor] = []

  /// - Parameter name: how names are read.
  init(_ tensors: [NamedTensor], _ name: (String) -> TensorName?) {
    var places: [String: Int] = [:]
    for tensor in tensors {
      guard let name = name(tensor.name) else {
        others.append(tensor)
        continue
      }
      if places[name.prefix] == nil {
        places[name.prefix] = groups.count
        groups.append(Group(prefix: name.prefix))
      }
      groups[places[name.prefix] ?? 0].tensors.append((name.role, tensor))
    }
  }

  /// The names of all layers that have a matrix.
  private var names: [String] {
    groups.filter { $0.matrix?.shape.count == 2 }.map(\.prefix)
  }

  /// The layers in the order of the file, or those that are chosen, in that order.
  ///
  /// Without a choice every tensor has to belong to a linear layer.
  func layers(
    _ chosen: [String]?, _ notes: inout [WeightsNote]
  ) throws(WeightsError) -> [LinearLayer] {
    let groups = try self.groups(chosen)
    let isTransposed = groups.lazy.compactMap { self.isTransposed($0) }.first
    var layers: [LinearLayer] = []
    for group in groups {
      layers.append(try layer(group, isTransposed, &notes))
    }
    let bare = groups.filter { $0[.bias] == nil }.map(\.prefix)
    if !bare.isEmpty { notes.append(.withoutBias(layers: bare)) }
    return layers
  }

  private func groups(_ chosen: [String]?) throws(WeightsError) -> [Group] {
    guard let chosen else {
      if let other = others.first { throw other.fault(.notLinear(shape: other.shape)) }
      return groups
    }
    let names = names
    var result: [Group] = []
    for choice in chosen {
      let name = try LayerChoice.name(choice, among: names)
      result += groups.filter { $0.prefix == name }
    }
    return result
  }

  private func layer(
    _ group: Group, _ others: Bool?, _ notes: inout [WeightsNote]
  ) throws(WeightsError) -> LinearLayer {
    guard let matrix = group.matrix else {
      throw .layers(.missing(tensor: TensorName.joined(group.prefix, "weight")))
    }
    guard matrix.shape.count == 2 else { throw matrix.fault(.weightShape(matrix.shape)) }
    guard !matrix.shape.contains(0) else {
      throw .layers(.emptyTensor(matrix.name, shape: matrix.shape))
    }
    var rows = try rows(of: matrix)
    guard let isTransposed = isTransposed(group) ?? others else {
      throw .layers(.orientationUnsure(tensor: matrix.name, shape: matrix.shape))
    }
    if isTransposed { rows = rows[0].indices.map { column in rows.map { $0[column] } } }
    if let gain = group[.gain] {
      rows = try normalised(rows, gain)
      notes.append(.weightNorm(layer: group.prefix))
    }
    return LinearLayer(
      name: group.prefix, weight: rows, bias: try bias(group, matrix, rows))
  }

  private func bias(
    _ group: Group, _ matrix: NamedTensor, _ rows: [[Double]]
  ) throws(WeightsError) -> [Double] {
    guard let bias = group[.bias] else { return rows.map { _ in 0 } }
    guard bias.shape.count == 1 || bias.shape == [1, rows.count] else {
      throw bias.fault(.biasShape(bias.shape))
    }
    guard !bias.shape.contains(0) else { throw .layers(.emptyTensor(bias.name, shape: bias.shape)) }
    guard bias.shape.last == rows.count else {
      throw .layers(
        .biasDoesNotFit(
          bias: bias.name, shape: bias.shape, weight: matrix.name, weightShape: matrix.shape))
    }
    return try bias.numbers()
  }

  /// Whether the rows are inputs; `nil` where neither name nor bias tells.
  private func isTransposed(_ group: Group) -> Bool? {
    if group[.kernel] != nil { return true }
    guard let matrix = group[.matrix] else { return false }
    guard matrix.shape.count == 2, matrix.shape[0] != matrix.shape[1],
      let size = group[.bias]?.shape.last
    else { return nil }
    return size == matrix.shape[1] ? true : size == matrix.shape[0] ? false : nil
  }

  private func rows(of matrix: NamedTensor) throws(WeightsError) -> [[Double]] {
    let numbers = try matrix.numbers()
    let width = matrix.shape[1]
    return stride(from: 0, to: numbers.count, by: width).map { Array(numbers[$0..<$0 + width]) }
  }

  /// Salimans and Kingma 2016, "Weight normalization": each row g · v / ‖v‖.
  private func normalised(
    _ rows: [[Double]], _ gain: NamedTensor
  ) throws(WeightsError) -> [[Double]] {
    let gains = try gain.numbers()
    guard gain.shape == [rows.count, 1] || gain.shape == [rows.count] else {
      throw gain.fault(.gainShape(gain.shape))
    }
    return zip(rows, gains).map { row, gain in
      let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return row.map { gain * $0 / length }
    }
  }
}
