/// A function's value and derivative at a number, recorded on a tape of its own.
///
///     valueWithGradient(at: 3) { $0 * $0 }   // (9, 6)
///
/// The names are those of Swift's `_Differentiation`.
public func valueWithGradient(
  at x: Double, of function: (Value) throws -> Value
) rethrows -> (value: Double, gradient: Double) {
  let (value, gradient) = try valueWithGradient(at: [x]) { try function($0[0]) }
  return (value, gradient[0])
}

/// A function's value and partial derivatives at two numbers.
public func valueWithGradient(
  at x: Double, _ y: Double, of function: (Value, Value) throws -> Value
) rethrows -> (value: Double, gradient: (Double, Double)) {
  let (value, gradient) = try valueWithGradient(at: [x, y]) { try function($0[0], $0[1]) }
  return (value, (gradient[0], gradient[1]))
}

/// A function's value and partial derivatives at a list of numbers.
public func valueWithGradient(
  at x: [Double], of function: ([Value]) throws -> Value
) rethrows -> (value: Double, gradient: [Double]) {
  try Tape.recording {
    let inputs = x.map { Value($0) }
    let result = try function(inputs)
    return (result.data, result.backward()[inputs])
  }
}

/// A function's derivative at a number.
public func gradient(at x: Double, of function: (Value) throws -> Value) rethrows -> Double {
  try valueWithGradient(at: x, of: function).gradient
}

/// A function's partial derivatives at a list of numbers.
public func gradient(at x: [Double], of function: ([Value]) throws -> Value) rethrows -> [Double] {
  try valueWithGradient(at: x, of: function).gradient
}
