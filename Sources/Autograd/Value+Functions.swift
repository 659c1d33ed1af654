internal import Refusal

extension Value {
  /// eˣ.
  public func exp() -> Value { recorded(.exp) }
  /// The natural logarithm: `-inf` at 0, `nan` below.
  public func log() -> Value { recorded(.log) }
  /// The square root: `nan` below 0; the derivative at 0 is infinite.
  public func sqrt() -> Value { recorded(.sqrt) }
  /// The sine of an angle in radians.
  public func sin() -> Value { recorded(.sin) }
  /// The cosine of an angle in radians.
  public func cos() -> Value { recorded(.cos) }
  /// The hyperbolic tangent, in (−1, 1).
  public func tanh() -> Value { recorded(.tanh) }
  /// The logistic function 1 / (1 + e⁻ˣ), in (0, 1).
  public func sigmoid() -> Value { recorded(.sigmoid) }
  /// max(0, x), with derivative 0 at 0.
  public func relu() -> Value { recorded(.relu) }
  /// x above 0, else 0.01·x; the derivative at 0 is 0.01.
  public func leakyRelu() -> Value { recorded(.leakyRelu) }
  /// x·Φ(x), the exact form (Hendrycks and Gimpel 2016, "Gaussian error linear units").
  public func gelu() -> Value { recorded(.gelu) }
  /// log(1 + eˣ), without overflow.
  public func softplus() -> Value { recorded(.softplus) }
  /// |x|, with derivative 0 at 0.
  public func abs() -> Value { recorded(.abs) }
  /// The larger of two values; each gets half of the gradient where they are equal.
  public func maximum(_ other: Value) -> Value { recorded(.maximum, other) }
  /// The smaller of two values; each gets half of the gradient where they are equal.
  public func minimum(_ other: Value) -> Value { recorded(.minimum, other) }
}

extension Collection where Element == Value {
  /// The sum from left to right, starting with the first value.
  ///
  /// - Precondition: not empty.
  public func sum() -> Value {
    guard let first else { refuse("the sum of no values has no tape to stand on") }
    return dropFirst().reduce(first, +)
  }

  /// The sum divided by the number of values.
  ///
  /// - Precondition: not empty.
  public func mean() -> Value { sum() / Double(count) }
}

extension Value {
  /// Records the one-operand operation `op`.
  @inline(never)
  public func applying(_ op: Op) -> Value {
    require(op.arity == 1 && op != .argument, "\(op) takes \(op.arity) operands, not 1")
    return recorded(op)
  }

  /// Records the two-operand operation `op`, this value being the first operand.
  @inline(never)
  public func applying(_ op: Op, _ other: Value) -> Value {
    require(op.arity == 2, "\(op) takes \(op.arity) operands, not 2")
    return recorded(op, other)
  }
}
