// Mathematics as it is written for a Double.

/// eˣ.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func exp(_ x: Value) -> Value { x.exp() }

/// The natural logarithm.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func log(_ x: Value) -> Value { x.log() }

/// The square root.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func sqrt(_ x: Value) -> Value { x.sqrt() }

/// The sine of an angle in radians.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func sin(_ x: Value) -> Value { x.sin() }

/// The cosine of an angle in radians.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func cos(_ x: Value) -> Value { x.cos() }

/// The hyperbolic tangent.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func tanh(_ x: Value) -> Value { x.tanh() }

/// |x|, with derivative 0 at 0.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func abs(_ x: Value) -> Value { x.abs() }

/// A value to the power of another.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func pow(_ x: Value, _ y: Value) -> Value { x.power(y) }
/// A value to a constant power.
@available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
public func pow(_ x: Value, _ y: Double) -> Value { x.power(y) }
