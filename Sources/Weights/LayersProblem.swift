/// What keeps layers from making a network; a tensor's name is such as `0.weight`.
public enum LayersProblem: Equatable, Sendable {
  /// There is no layer.
  case none
  /// A layer has only one of weight and bias; `tensor` is the other.
  case missing(tensor: String)
  /// A tensor has no numbers.
  case emptyTensor(String, shape: [Int])
  /// A row of weights has another length than the first.
  case raggedRow(tensor: String, row: Int, found: Int, expected: Int)
  /// A bias has not as many numbers as its weight has rows.
  case biasDoesNotFit(bias: String, shape: [Int], weight: String, weightShape: [Int])
  /// A layer does not take as many inputs as the layer before it has outputs.
  case layersDoNotFit(weight: String, shape: [Int], before: String, beforeShape: [Int])
  /// A number is infinite or `nan`; `index` is row and column, or the place in a bias.
  case notFinite(tensor: String, index: [Int], value: String)
}
