/// What can be wrong with a file of weights.
///
/// Layers, rows and places in a tensor count from 1, as do lines and columns; columns are in bytes.
public enum WeightsError: Error, Equatable, Sendable {
  /// The file holds nothing.
  case empty
  /// A safetensors file cannot be read.
  case safetensors(SafetensorsProblem)
  /// The text is not JSON at this place.
  case notJSON(line: Int, column: Int, JSONProblem)
  /// A key of the JSON form means nothing here.
  case unknownKey(line: Int, column: Int, key: String, known: [String])
  /// A value of the JSON form is of another kind; `name` is such as `layer2.bias`.
  case wrongKind(line: Int, column: Int, name: String, expected: JSONKind)
  /// The layers, read from either form, do not make a network.
  case layers(LayersProblem)
}
