internal import Archives

/// The arrays of an archive that `numpy.savez` writes.
enum NumPyArchive {
  static func tensors(_ archive: ZipArchive) throws(WeightsError) -> [NamedTensor] {
    var tensors: [NamedTensor] = []
    for entry in archive.entries where entry.name.hasSuffix(".npy") {
      let bytes = try WeightsError.unpacking { () throws(ArchiveError) in
        try archive.contents(entry)
      }
      tensors.append(try NumPyArray(bytes, named: String(entry.name.dropLast(4))).tensor)
    }
    return tensors
  }

  /// How the arrays of an archive are named: each by its own name, or all `arr_0`, `arr_1` and so
  /// on, a matrix and its bias in turn.
  static func naming(_ tensors: [NamedTensor]) -> (String) -> TensorName? {
    guard tensors.allSatisfy({ $0.name.hasPrefix("arr_") }) else { return { TensorName(free: $0) } }
    var names: [String: TensorName] = [:]
    var matrix = ""
    for tensor in tensors {
      if tensor.shape.count == 2 { matrix = tensor.name }
      names[tensor.name] = TensorName(
        prefix: matrix, role: tensor.shape.count == 2 ? .matrix : .bias)
    }
    return { names[$0] }
  }
}
