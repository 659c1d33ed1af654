internal import Archives

/// A state dictionary as `torch.save` writes it since PyTorch 1.6: a zip archive of a pickle and a
/// file for each storage.
struct TorchArchive {
  private let archive: ZipArchive
  private let folder: String

  /// `nil` if the archive is another one.
  init?(_ archive: ZipArchive) {
    guard let pickle = archive.entries.first(where: { $0.name.hasSuffix("/data.pkl") }) else {
      return nil
    }
    self.archive = archive
    folder = String(pickle.name.dropLast("data.pkl".count))
  }

  func tensors() throws(WeightsError) -> [NamedTensor] {
    guard archive[folder + "constants.pkl"] == nil else { throw .otherFile(.torchScript) }
    let bytes = try contents("data.pkl")
    let value: PickleValue
    let heap: PickleHeap
    do throws(PickleReader.Failure) { (value, heap) = try PickleReader.value(bytes) } catch {
      throw .badPickle(offset: error.offset)
    }
    let isBigEndian = try isBigEndian()
    return try StateDictionary(value, heap).tensors().map { name, tensor in
      NamedTensor(name: name, shape: tensor.shape) { () throws(WeightsError) in
        try numbers(name, tensor, isBigEndian)
      }
    }
  }

  private func isBigEndian() throws(WeightsError) -> Bool {
    guard archive[folder + "byteorder"] != nil else { return false }
    return try contents("byteorder") == Array("big".utf8)
  }

  private func contents(_ name: String) throws(WeightsError) -> [UInt8] {
    guard let entry = archive[folder + name] else {
      throw .archive(.damaged(entry: folder + name))
    }
    return try WeightsError.unpacking { () throws(ArchiveError) in try archive.contents(entry) }
  }

  private func numbers(
    _ name: String, _ tensor: TorchTensor, _ isBigEndian: Bool
  ) throws(WeightsError) -> [Double] {
    let types: [String: DType] = [
      "DoubleStorage": .f64, "FloatStorage": .f32, "HalfStorage": .f16, "BFloat16Storage": .bf16,
    ]
    guard let type = types[tensor.storage.type] else {
      throw .tensor(name, .dtype(tensor.storage.type))
    }
    let stored = type.numbers(
      try contents("data/\(tensor.storage.key)")[...], isBigEndian: isBigEndian)
    guard let count = NamedTensor.count(of: tensor.shape), count <= stored.count,
      count == 0 || last(of: tensor).map({ $0 < stored.count }) ?? false
    else {
      throw .tensor(
        name,
        .dataSize(bytes: stored.count * type.size, dtype: tensor.storage.type, shape: tensor.shape))
    }
    return (0..<count).map { stored[place(of: $0, in: tensor)] }
  }

  /// The place of the last number; `nil` for one that no storage has.
  private func last(of tensor: TorchTensor) -> Int? {
    var place = tensor.offset
    for (size, stride) in zip(tensor.shape, tensor.strides) {
      let (step, overflow) = stride.multipliedReportingOverflow(by: size - 1)
      let (sum, isTooLarge) = place.addingReportingOverflow(step)
      if overflow || isTooLarge { return nil }
      place = sum
    }
    return place
  }

  /// Where a number stands in its storage, of which a tensor may be a transposed or a cut view.
  private func place(of index: Int, in tensor: TorchTensor) -> Int {
    var (rest, place) = (index, tensor.offset)
    for (size, stride) in zip(tensor.shape, tensor.strides).reversed() {
      place += rest % size * stride
      rest /= size
    }
    return place
  }
}

/// The dictionary of a model's tensors in what was saved: all of it, or a part of a checkpoint.
private struct StateDictionary {
  private let value: PickleValue
  private let heap: PickleHeap

  /// What people call the model's part of a checkpoint.
  private static let usualKeys = [
    "state_dict", "model_state_dict", "model_state", "model", "net", "network", "weights", "params",
  ]

  init(_ value: PickleValue, _ heap: PickleHeap) {
    (self.value, self.heap) = (value, heap)
  }

  func tensors() throws(WeightsError) -> [(String, TorchTensor)] {
    if case .object(let name, _) = value { throw .otherFile(.wholeModel(class: name)) }
    let members = heap.members(value) ?? []
    let direct = tensors(in: value)
    if !direct.isEmpty { return direct }
    for key in Self.usualKeys {
      guard let member = members.first(where: { $0.key == key }) else { continue }
      if case .object(let name, _) = member.value { throw .otherFile(.wholeModel(class: name)) }
      let tensors = tensors(in: member.value)
      if !tensors.isEmpty { return tensors }
    }
    throw .otherFile(.checkpoint(keys: members.map(\.key)))
  }

  private func tensors(in value: PickleValue) -> [(String, TorchTensor)] {
    (heap.members(value) ?? []).compactMap { key, value in
      if case .tensor(let tensor) = value { (key, tensor) } else { nil }
    }
  }
}
