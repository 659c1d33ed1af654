extension Value {
  @inline(__always)
  func recorded(_ op: Op) -> Value {
    let x = position
    let result = op.evaluate(storage.pointee.data[x], 0)
    return Value(Instruction(op, x), result, on: storage)
  }

  @inline(__always)
  func recorded(_ op: Op, _ other: Value) -> Value {
    precondition(
      storage == other.storage, "the operands of \(op) were recorded on different tapes")
    let x = position
    let y = other.position
    let result = op.evaluate(storage.pointee.data[x], storage.pointee.data[y])
    return Value(Instruction(op, x, y), result, on: storage)
  }

  /// A constant on the same tape as this value.
  @inline(__always)
  private func sibling(_ number: Double) -> Value {
    Value(Instruction(.constant), number, on: storage)
  }

  /// The sum.
  public static func + (x: Value, y: Value) -> Value { x.recorded(.add, y) }
  /// The sum with a constant.
  public static func + (x: Value, y: Double) -> Value { x + x.sibling(y) }
  /// The sum with a constant.
  public static func + (x: Double, y: Value) -> Value { y.sibling(x) + y }

  /// The difference.
  public static func - (x: Value, y: Value) -> Value { x.recorded(.subtract, y) }
  /// The value less a constant.
  public static func - (x: Value, y: Double) -> Value { x - x.sibling(y) }
  /// A constant less the value.
  public static func - (x: Double, y: Value) -> Value { y.sibling(x) - y }

  /// The product. `a * a` is one node with two edges from `a`.
  public static func * (x: Value, y: Value) -> Value { x.recorded(.multiply, y) }
  /// The product with a constant.
  public static func * (x: Value, y: Double) -> Value { x * x.sibling(y) }
  /// The product with a constant.
  public static func * (x: Double, y: Value) -> Value { y.sibling(x) * y }

  /// The correctly rounded quotient: `inf` or `nan` when the divisor is 0.
  public static func / (x: Value, y: Value) -> Value { x.recorded(.divide, y) }
  /// The value divided by a constant.
  public static func / (x: Value, y: Double) -> Value { x / x.sibling(y) }
  /// A constant divided by the value.
  public static func / (x: Double, y: Value) -> Value { y.sibling(x) / y }

  /// The negative.
  public static prefix func - (x: Value) -> Value { x.recorded(.negate) }

  /// Replaces the handle by one of the sum.
  public static func += (x: inout Value, y: Value) { x = x + y }
  /// Replaces the handle by one of the difference.
  public static func -= (x: inout Value, y: Value) { x = x - y }
  /// Replaces the handle by one of the product.
  public static func *= (x: inout Value, y: Value) { x = x * y }
  /// Replaces the handle by one of the quotient.
  public static func /= (x: inout Value, y: Value) { x = x / y }
}

extension Value {
  /// The value to the power of another; `nan` for a negative base with a fractional exponent.
  public func power(_ exponent: Value) -> Value { recorded(.power, exponent) }
  /// The value to a constant power.
  public func power(_ exponent: Double) -> Value { power(sibling(exponent)) }
}
