extension WeightsFile {
  /// Reads layers by the ending of a file's name: `.json` is our JSON form, all else safetensors.
  ///
  /// - Throws: ``WeightsError`` with the first thing that is wrong.
  public static func layers(_ bytes: [UInt8], path: String) throws(WeightsError) -> [LinearLayer] {
    path.hasSuffix(".json")
      ? try json(String(decoding: bytes, as: UTF8.self)) : try safetensors(bytes)
  }
}
