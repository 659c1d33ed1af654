public import Archives

/// What can be wrong with a file of weights.
///
/// Layers, rows and places in a tensor count from 1, as do lines and columns; columns are in bytes.
public enum WeightsError: Error, Equatable, Sendable {
  /// The file holds nothing.
  case empty
  /// The file is of a kind that is not read.
  case otherFile(ForeignWeights)
  /// A safetensors file cannot be read.
  case safetensors(SafetensorsProblem)
  /// A zip archive cannot be read.
  case archive(ArchiveError)
  /// A pickle is damaged, or has something at this byte that no state dictionary has.
  case badPickle(offset: Int)
  /// Something is wrong with the tensor of this name.
  case tensor(String, TensorProblem)
  /// The graph of an ONNX file is no row of layers.
  case graph(GraphProblem)
  /// The text is not JSON at this place.
  case notJSON(line: Int, column: Int, JSONProblem)
  /// A key of the JSON form means nothing here.
  case unknownKey(line: Int, column: Int, key: String, known: [String])
  /// A value of the JSON form is of another kind; `name` is such as `layer2.bias`.
  case wrongKind(line: Int, column: Int, name: String, expected: JSONKind)
  /// The layers, read from whichever form, do not make a network.
  case layers(LayersProblem)

  /// Runs `body`; what is wrong with an archive is an error of the weights.
  static func unpacking<R>(_ body: () throws(ArchiveError) -> R) throws(WeightsError) -> R {
    do { return try body() } catch { throw .archive(error) }
  }
}
