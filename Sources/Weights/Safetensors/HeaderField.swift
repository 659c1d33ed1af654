/// The parts of a tensor's entry in a safetensors header.
public enum HeaderField: Sendable, Equatable {
  /// The entry itself, an object.
  case entry
  /// `dtype`, a text such as `F32`.
  case dtype
  /// `shape`, a list of whole numbers.
  case shape
  /// `data_offsets`, two whole numbers.
  case dataOffsets
}
