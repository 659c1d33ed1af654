public import Autograd

/// Something with parameters that makes values from values.
public protocol Module {
  /// The weights and biases, in the order in which they were made.
  var parameters: [Value] { get }
  /// Records the outputs for `inputs`.
  func callAsFunction(_ inputs: [Value]) -> [Value]
}

extension Module {
  /// Records `inputs`, and the outputs for them.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public func callAsFunction(_ inputs: [Double]) -> [Value] { self(inputs.map { Value($0) }) }
}
