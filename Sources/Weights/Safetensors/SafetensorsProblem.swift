/// What keeps a safetensors file from being read.
public enum SafetensorsProblem: Equatable, Sendable {
  /// The file ends within the 8 bytes that say how long the header is.
  case noHeader(bytes: Int)
  /// The header would be longer than the `available` bytes that follow its length.
  case headerLength(UInt64, available: Int)
  /// The header is not JSON at this byte of the file, counted from 1.
  case headerNotJSON(byte: Int, JSONProblem)
  /// Bytes that belong to no tensor follow the last one.
  case unusedBytes(Int)
}
