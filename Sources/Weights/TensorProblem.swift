/// What keeps a tensor from being read as part of a linear layer.
///
/// `begin`, `end` and `expected` count bytes from the end of a safetensors header.
public enum TensorProblem: Equatable, Sendable {
  /// A part of the tensor's entry in the header is missing or of another kind.
  case badEntry(HeaderField)
  /// The data would lie outside the `available` bytes after the header.
  case dataRange(begin: Int, end: Int, available: Int)
  /// The data has another number of bytes than shape and type ask for.
  case dataSize(bytes: Int, dtype: String, shape: [Int])
  /// The data does not begin where the data before it ends: they overlap or leave a hole.
  case dataBegin(Int, expected: Int)
  /// The numbers are of another type than `F64`, `F32`, `F16` and `BF16`.
  case dtype(String)
  /// The tensor is neither a weight nor a bias.
  case notLinear(shape: [Int])
  /// The weight is not of two dimensions, as a convolution's or a normalisation's.
  case weightShape([Int])
  /// The bias is not of one dimension.
  case biasShape([Int])
  /// The gain of a normalised weight is not one number for each output.
  case gainShape([Int])
  /// An array's header is damaged or of a version that is not known.
  case badArray
  /// The numbers lie in a file of their own.
  case externalData
}
