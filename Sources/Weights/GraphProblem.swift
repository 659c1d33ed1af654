/// What keeps the graph of an ONNX file from being read as layers one after the other.
public enum GraphProblem: Equatable, Sendable {
  /// There is not exactly one input.
  case inputs([String])
  /// A value is read by no operation or by several.
  case readers(of: String, ops: [String])
  /// An operation is not read, or not with these operands or settings.
  case unreadable(op: String, name: String)
}
