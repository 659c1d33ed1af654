/// Reads the linear layers of a network that was trained elsewhere.
///
/// Whatever the bytes, the result is layers that fit each other or a ``WeightsError``.
public enum WeightsFile {
  /// Reads the layers of a safetensors file, which PyTorch and others write.
  ///
  /// A layer is a tensor `NAME.weight` of shape [outputs, inputs] or `NAME.kernel` of shape [inputs,
  /// outputs], with `NAME.bias` of shape [outputs] where it has one, in `F64`, `F32`, `F16` or
  /// `BF16`; a tensor `weight` is of a layer without a name. Any other tensor is an error;
  /// `__metadata__` is passed over. The order is told by numbers in the names and by the shapes:
  /// ``LayerOrder``.
  ///
  /// - Throws: ``WeightsError`` with the first thing that is wrong.
  /// - SeeAlso: <https://huggingface.co/docs/safetensors>
  public static func safetensors(_ bytes: [UInt8]) throws(WeightsError) -> [LinearLayer] {
    try WeightsReader(chosen: nil, inputs: nil).safetensors(bytes).layers
  }

  /// Reads the layers of a JSON text, in the order in which they stand there.
  ///
  /// ```json
  /// {"layers": [{"weight": [[0.5, -1]], "bias": [0.25], "activation": "relu"}]}
  /// ```
  ///
  /// A layer may leave out `activation` (or say `null`) and may have a `name`. Beside `layers`, a
  /// `format` and a `name` may say what the file is; they are passed over. No other key is taken.
  ///
  /// - Throws: ``WeightsError`` with the first thing that is wrong.
  public static func json(_ text: String) throws(WeightsError) -> [LinearLayer] {
    try WeightsReader(chosen: nil, inputs: nil).json(text).layers
  }

  /// Reads a file of any form that is known: safetensors, our JSON form, PyTorch's state
  /// dictionaries (`.pt`, executing nothing), NumPy's `.npz`, ONNX.
  ///
  /// - Parameters:
  ///   - path: its ending `.json`, `.safetensors` or `.onnx` tells the form, else the bytes do.
  ///   - layers: the layers to take, in their order, by their names or ends of these; `nil` for all.
  ///   - inputs: how many inputs the network has, where that is known.
  /// - Throws: ``WeightsError`` with the first thing that is wrong.
  public static func read(
    _ bytes: [UInt8], path: String, layers: [String]? = nil, inputs: Int? = nil
  ) throws(WeightsError) -> WeightsReading {
    try WeightsReader(chosen: layers, inputs: inputs).read(bytes, path: path)
  }
}
