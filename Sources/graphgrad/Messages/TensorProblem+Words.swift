import GraphGradKit

extension TensorProblem {
  /// What follows the tensor's name.
  var words: String {
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
      "is of type \(Words.quoted(dtype)), but F32 and F64 are read; convert it before saving, in "
        + "PyTorch with .float()"
    case .notLinear(let shape):
      "of shape \(Words.shape(shape)) belongs to no linear layer; only pairs such as 0.weight and "
        + "0.bias are read"
    case .weightShape(let shape):
      "has shape \(Words.shape(shape)), but a linear layer's weight has [outputs, inputs]; other "
        + "layers, such as convolutions and normalisations, are not read"
    case .biasShape(let shape):
      "has shape \(Words.shape(shape)), but a linear layer's bias has [outputs]"
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
