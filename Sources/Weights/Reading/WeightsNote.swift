/// What a person should know of how a file was read.
public enum WeightsNote: Sendable, Equatable {
  /// The file has no bias for these layers, so it is 0.
  case withoutBias(layers: [String])
  /// A layer's weight was computed from its lengths and directions.
  case weightNorm(layer: String)
}
