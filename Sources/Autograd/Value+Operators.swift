internal import Refusal

extension Value {
  @inline(__always)
  func recorded(_ op: Op) -> Value {
    guard isOnThisThread, isKept, storage.pointee.hasRoom else { return recordedWithCare(op) }
    return appended(op)
  }

  @inline(__always)
  func recorded(_ op: Op, _ other: Value) -> Value {
    // Asking for the thread would cost a sixth of the sum or product; what comes of it is asked.
    guard storage == other.storage, isKept, other.isKept, storage.pointee.hasRoom
    else { return recordedWithCare(op, other) }
    return appended(op, other)
  }

  // What is rare stands apart: a call in the middle of an operator costs as much as the operator.
  @inline(never)
  private func recordedWithCare(_ op: Op) -> Value {
    requireUsable()
    storage.pointee.makeRoom()
    return appended(op)
  }

  @inline(never)
  private func recordedWithCare(_ op: Op, _ other: Value) -> Value {
    require(
      storage == other.storage, "the operands of \(op) were recorded on different tapes")
    requireUsable()
    other.requireUsable()
    storage.pointee.makeRoom()
    return appended(op, other)
  }

  @inline(__always)
  private func appended(_ op: Op) -> Value {
    let result = op.evaluate(storage.pointee.data[place], 0)
    return Value(Instruction(op, place), result, on: storage)
  }

  @inline(__always)
  private func appended(_ op: Op, _ other: Value) -> Value {
    let (x, y) = (place, other.place)
    let result = op.evaluate(storage.pointee.data[x], storage.pointee.data[y])
    return Value(Instruction(op, x, y), result, on: storage)
  }

  /// A constant on the same tape as this value.
  @inline(__always)
  func sibling(_ number: Double) -> Value {
    if !storage.pointee.hasRoom { storage.pointee.makeRoom() }
    return Value(Instruction(.constant), number, on: storage)
  }

  /// The sum.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func + (x: Value, y: Value) -> Value { x.recorded(.add, y) }
  /// The sum with a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func + (x: Value, y: Double) -> Value { x + x.sibling(y) }
  /// The sum with a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func + (x: Double, y: Value) -> Value { y.sibling(x) + y }

  /// The difference.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func - (x: Value, y: Value) -> Value { x.recorded(.subtract, y) }
  /// The value less a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func - (x: Value, y: Double) -> Value { x - x.sibling(y) }
  /// A constant less the value.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func - (x: Double, y: Value) -> Value { y.sibling(x) - y }

  /// The product. `a * a` is one node with two edges from `a`.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func * (x: Value, y: Value) -> Value { x.recorded(.multiply, y) }
  /// The product with a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func * (x: Value, y: Double) -> Value { x * x.sibling(y) }
  /// The product with a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func * (x: Double, y: Value) -> Value { y.sibling(x) * y }

  /// The correctly rounded quotient: `inf` or `nan` when the divisor is 0.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func / (x: Value, y: Value) -> Value { x.recorded(.divide, y) }
  /// The value divided by a constant.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func / (x: Value, y: Double) -> Value { x / x.sibling(y) }
  /// A constant divided by the value.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func / (x: Double, y: Value) -> Value { y.sibling(x) / y }

  /// The negative.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static prefix func - (x: Value) -> Value { x.recorded(.negate) }

  /// Replaces the handle by one of the sum.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func += (x: inout Value, y: Value) { x = x + y }
  /// Replaces the handle by one of the difference.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func -= (x: inout Value, y: Value) { x = x - y }
  /// Replaces the handle by one of the product.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func *= (x: inout Value, y: Value) { x = x * y }
  /// Replaces the handle by one of the quotient.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public static func /= (x: inout Value, y: Value) { x = x / y }
}

extension Value {
  /// The value to the power of another; `nan` for a negative base with a fractional exponent.
  public func power(_ exponent: Value) -> Value { recorded(.power, exponent) }
  /// The value to a constant power.
  public func power(_ exponent: Double) -> Value { power(sibling(exponent)) }
}
