/// A network as it was read from a file, and how.
public struct WeightsReading: Sendable, Equatable {
  /// The layers in the order of the network.
  public let layers: [LinearLayer]
  /// What the file is.
  public let format: WeightsFormat
  /// Why the layers are in this order.
  public let order: LayerOrder
  /// What else was done.
  public let notes: [WeightsNote]
}

/// The kinds of file that are read.
public enum WeightsFormat: Sendable, Equatable {
  case safetensors, json, pytorch, numpy, onnx
}
