/// What keeps layers from making a network; a tensor's name is such as `0.weight`.
public enum LayersProblem: Equatable, Sendable {
  /// There is no layer.
  case none
  /// A layer has a bias only; `tensor` is its weight.
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
  /// Neither names nor shapes tell the order; two that fit, each the names of all layers.
  case orderUnsure([String], [String])
  /// No layer, or more than one, has a name that was asked for.
  case unknownLayer(String, known: [String])
  /// A matrix is square and its name does not tell whether rows are inputs or outputs.
  case orientationUnsure(tensor: String, shape: [Int])
}
