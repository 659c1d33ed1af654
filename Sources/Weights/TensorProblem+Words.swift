internal import Refusal

extension TensorProblem {
  /// What follows the tensor's name.
  package var words: String {
    switch self {
    case .badEntry(let field): "is badly described in the header: \(field.words)"
    case .dataRange(let begin, let end, let available):
      "should take the bytes from \(begin) to \(end) after the header, where there are "
        + "\(available); the file may be cut off"
    case .dataSize(let bytes, let dtype, let shape):
      "has \(Words.count(bytes, "byte")) of data, which is not what shape \(Words.shape(shape)) "
        + "and type \(dtype) ask for"
    case .dataBegin(let begin, let expected):
      "has its data at byte \(begin) after the header instead of \(expected), where the data "
        + "before it ends; tensors neither overlap nor leave a hole"
    case .dtype(let dtype):
      "is of type \(Words.quoted(dtype)), but F64, F32, F16 and BF16 are read; convert it before "
        + "saving, in PyTorch with .float()"
    case .notLinear(let shape):
      "of shape \(Words.shape(shape)) belongs to no linear layer, as 0.weight (or 0.kernel) and 0.bias "
        + "do; to take a part of a larger model, name its layers: --layers a,b"
    case .weightShape(let shape):
      "has shape \(Words.shape(shape)), but a linear layer's weight has [outputs, inputs]; other "
        + "layers, such as convolutions and normalisations, are not read; --layers a,b takes a part"
    case .biasShape(let shape):
      "has shape \(Words.shape(shape)), but a linear layer's bias has [outputs]"
    case .gainShape(let shape):
      "has shape \(Words.shape(shape)), but the lengths of a normalised weight have [outputs, 1]"
    case .badArray: "is no array of NumPy, or its header is damaged"
    case .externalData:
      "has its numbers in another file; in Python: onnx.save(onnx.load(file), \"whole.onnx\")"
    }
  }
}

extension HeaderField {
  fileprivate var words: String {
    switch self {
    case .entry: "there should be keys with values in { }"
    case .dtype: "\"dtype\" should be a text such as \"F32\""
    case .shape: "\"shape\" should be a list of whole numbers such as [8, 2]"
    case .dataOffsets: "\"data_offsets\" should be two whole numbers such as [0, 64]"
    }
  }
}

extension TensorProblem: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { words }
}
