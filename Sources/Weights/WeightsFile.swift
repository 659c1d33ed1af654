/// Reads the linear layers of a network that was trained elsewhere.
///
/// Whatever the bytes, the result is layers that fit each other or a ``WeightsError``.
public enum WeightsFile {
  /// Reads the layers of a safetensors file, which PyTorch and others write.
  ///
  /// A layer is a pair of tensors, `NAME.weight` of shape [outputs, inputs] and `NAME.bias` of shape
  /// [outputs], in `F32` or `F64`; the pair `weight` and `bias` is a layer without a name. Any other
  /// tensor is an error; `__metadata__` is passed over.
  ///
  /// The layers come in the order of the numbers in their names (`0`, `2`, `10`; `fc9`, `fc10`;
  /// `net.1.linear`), and where the text of the names differs, in the order of their weights in the
  /// file. The usual writers lay out wide types first and then sort by name, so a network whose
  /// names hold no numbers has to have them in alphabetical order.
  ///
  /// - Throws: ``WeightsError`` with the first thing that is wrong.
  /// - SeeAlso: <https://huggingface.co/docs/safetensors>
  public static func safetensors(_ bytes: [UInt8]) throws(WeightsError) -> [LinearLayer] {
    let layers = try SafetensorsFile(bytes).layers()
    try check(layers)
    return layers
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
    let layers = try NetworkText(text).layers()
    try check(layers)
    return layers
  }
}
