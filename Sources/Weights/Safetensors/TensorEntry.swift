/// A tensor as a safetensors header describes it.
struct TensorEntry {
  let name: String
  let dtype: String
  let shape: [Int]
  let begin: Int
  let end: Int

  init(_ member: JSONValue.Member) throws(WeightsError) {
    func bad(_ field: HeaderField) -> WeightsError {
      .tensor(member.key, .badEntry(field))
    }
    guard let entry = member.value.object else { throw bad(.entry) }
    guard let dtype = entry["dtype"]?.text else { throw bad(.dtype) }
    guard let shape = entry["shape"]?.counts else { throw bad(.shape) }
    guard let offsets = entry["data_offsets"]?.counts, offsets.count == 2 else {
      throw bad(.dataOffsets)
    }
    self.name = member.key
    self.dtype = dtype
    self.shape = shape
    (begin, end) = (offsets[0], offsets[1])
  }

  func fault(_ problem: TensorProblem) -> WeightsError { .tensor(name, problem) }
}

extension TensorEntry {
  /// The type, when it is read and the data has as many bytes as the shape asks for.
  func type() throws(WeightsError) -> DType {
    guard let type = DType(rawValue: dtype) else { throw fault(.dtype(dtype)) }
    guard size(of: type) == end - begin else {
      throw fault(.dataSize(bytes: end - begin, dtype: dtype, shape: shape))
    }
    return type
  }

  /// `nil` for a size no memory has.
  private func size(of type: DType) -> Int? {
    var size = type.size
    for count in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: count)
      if overflow { return nil }
      size = product
    }
    return size
  }
}
