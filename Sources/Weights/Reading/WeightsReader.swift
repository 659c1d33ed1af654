internal import Archives

/// Reads a file of weights in whichever form it has.
struct WeightsReader {
  /// The layers to take, in this order; `nil` for all.
  let chosen: [String]?
  /// How many inputs the network has, if that is known.
  let inputs: Int?

  func read(_ bytes: [UInt8], path: String) throws(WeightsError) -> WeightsReading {
    guard !bytes.isEmpty else { throw .empty }
    if path.hasSuffix(".json") { return try json(String(decoding: bytes, as: UTF8.self)) }
    if path.hasSuffix(".safetensors") { return try safetensors(bytes) }
    if ZipArchive.isZip(bytes) { return try archive(bytes) }
    if let foreign = ForeignWeights(startOf: bytes) { throw .otherFile(foreign) }
    if path.hasSuffix(".onnx") { return try onnx(bytes) }
    if bytes.count > 8, bytes[8] == UInt8(ascii: "{"),
      UInt64(littleEndian: bytes[..<8]) < UInt64(bytes.count)
    {
      return try safetensors(bytes)
    }
    if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
      return try json(String(decoding: bytes, as: UTF8.self))
    }
    return try onnx(bytes)
  }

  func safetensors(_ bytes: [UInt8]) throws(WeightsError) -> WeightsReading {
    let file = try SafetensorsFile(bytes)
    return try reading(.safetensors) { (notes) throws(WeightsError) in
      let layers = try TensorLayers(file.named) { TensorName($0) }.layers(chosen, &notes)
      try file.checkLayout()
      return layers
    }
  }

  func json(_ text: String) throws(WeightsError) -> WeightsReading {
    let layers = try NetworkText(text).layers()
    return try reading(.json) { (_) throws(WeightsError) in try choice(of: layers) }
  }

  private func onnx(_ bytes: [UInt8]) throws(WeightsError) -> WeightsReading {
    let graph = try OnnxGraph(bytes)
    return try reading(.onnx) { (notes) throws(WeightsError) in
      try choice(of: graph.layers(&notes))
    }
  }

  private func archive(_ bytes: [UInt8]) throws(WeightsError) -> WeightsReading {
    let archive = try WeightsError.unpacking { () throws(ArchiveError) in try ZipArchive(bytes) }
    if let torch = TorchArchive(archive) {
      let tensors = try torch.tensors()
      return try reading(.pytorch) { (notes) throws(WeightsError) in
        try TensorLayers(tensors) { TensorName($0) }.layers(chosen, &notes)
      }
    }
    guard archive.entries.contains(where: { $0.name.hasSuffix(".npy") }) else {
      throw .otherFile(ForeignWeights(archive))
    }
    let tensors = try NumPyArchive.tensors(archive)
    return try reading(.numpy) { (notes) throws(WeightsError) in
      try TensorLayers(tensors, NumPyArchive.naming(tensors)).layers(chosen, &notes)
    }
  }

  private func choice(of layers: [LinearLayer]) throws(WeightsError) -> [LinearLayer] {
    guard let chosen else { return layers }
    var result: [LinearLayer] = []
    for choice in chosen {
      let name = try LayerChoice.name(choice, among: layers.map(\.name))
      result += layers.filter { $0.name == name }
    }
    return result
  }

  /// Puts layers in order and checks them.
  private func reading(
    _ format: WeightsFormat,
    _ layers: (inout [WeightsNote]) throws(WeightsError) -> [LinearLayer]
  ) throws(WeightsError) -> WeightsReading {
    var notes: [WeightsNote] = []
    let found = try layers(&notes)
    let (sorted, order) = try order(found, format)
    try WeightsFile.check(sorted)
    return WeightsReading(layers: sorted, format: format, order: order, notes: notes)
  }

  private func order(
    _ layers: [LinearLayer], _ format: WeightsFormat
  ) throws(WeightsError) -> (layers: [LinearLayer], order: LayerOrder) {
    if chosen != nil { return (layers, .said) }
    switch format {
    case .json: return (layers, layers.count > 1 ? .file : .single)
    case .onnx:
      var (sorted, order) = try LayerOrder.sorted(layers, hasOrder: true, inputs: inputs)
      // The graph says what follows which product, wherever the weights turn out to belong.
      for index in sorted.indices { sorted[index].activation = layers[index].activation }
      return (sorted, order)
    case .safetensors, .pytorch, .numpy:
      return try LayerOrder.sorted(layers, hasOrder: false, inputs: inputs)
    }
  }
}

extension ForeignWeights {
  /// Of an archive that is not read.
  fileprivate init(_ archive: ZipArchive) {
    guard let entry = archive["config.json"], let bytes = try? archive.contents(entry),
      let value = try? JSONScanner.value(of: bytes[...])
    else {
      self = .zip
      return
    }
    let layers = value.object?["config"]?.object?["layers"]?.list ?? []
    self = .keras(
      activations: layers.compactMap { $0.object?["config"]?.object?["activation"]?.text })
  }

  /// Told from the first bytes.
  init?(startOf bytes: [UInt8]) {
    let starts: [([UInt8], ForeignWeights)] = [
      ([0x89] + Array("HDF\r\n".utf8), .hdf5), (Array("GGUF".utf8), .gguf),
      ([0x93] + Array("NUMPY".utf8), .singleArray),
    ]
    for (start, kind) in starts where bytes.starts(with: start) {
      self = kind
      return
    }
    guard bytes.first == 0x80, bytes.count > 1, (2...5).contains(bytes[1]) else { return nil }
    self = .pickle
  }
}
