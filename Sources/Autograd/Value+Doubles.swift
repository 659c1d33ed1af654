extension Value {
  /// Replaces the handle by one of the sum with a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func += (x: inout Value, y: Double) { x = x + y }
  /// Replaces the handle by one of the value less a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func -= (x: inout Value, y: Double) { x = x - y }
  /// Replaces the handle by one of the product with a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func *= (x: inout Value, y: Double) { x = x * y }
  /// Replaces the handle by one of the value divided by a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func /= (x: inout Value, y: Double) { x = x / y }

  /// The larger of the value and a constant; half of the gradient where they are equal.
  public func maximum(_ other: Double) -> Value { maximum(sibling(other)) }
  /// The smaller of the value and a constant; half of the gradient where they are equal.
  public func minimum(_ other: Double) -> Value { minimum(sibling(other)) }

  /// A constant of the same number: what is computed from it sends no gradient back.
  public var detached: Value { sibling(data) }
}

/// The larger of two values, as an operation of the recording.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func max(_ x: Value, _ y: Value) -> Value { x.maximum(y) }
/// The larger of a value and a constant, as an operation of the recording.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func max(_ x: Value, _ y: Double) -> Value { x.maximum(y) }
/// The smaller of two values, as an operation of the recording.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func min(_ x: Value, _ y: Value) -> Value { x.minimum(y) }
/// The smaller of a value and a constant, as an operation of the recording.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func min(_ x: Value, _ y: Double) -> Value { x.minimum(y) }
