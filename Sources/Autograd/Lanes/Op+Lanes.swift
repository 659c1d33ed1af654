extension Op {
  /// The operation's value in each lane, bit for bit that of one lane by itself.
  func evaluate(_ x: LaneVector, _ y: LaneVector) -> LaneVector {
    switch self {
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    case .negate: -x
    case .sqrt: x.squareRoot()
    case .relu: x.replacing(with: 0, where: x .<= 0)
    case .leakyRelu: (Self.leakySlope * x).replacing(with: x, where: x .> 0)
    default: evaluateEach(x, y)
    }
  }

  @inline(never)
  private func evaluateEach(_ x: LaneVector, _ y: LaneVector) -> LaneVector {
    var result = LaneVector()
    for lane in 0..<LaneVector.scalarCount { result[lane] = evaluate(x[lane], y[lane]) }
    return result
  }

  /// Whether a slope can be infinite or none, so that 0 times it would not be 0.
  @inline(__always)
  var hasUnboundedSlope: Bool {
    switch self {
    case .add, .subtract, .negate, .relu: false
    default: true
    }
  }

  /// What the operands' gradients receive in each lane.
  func pullback(
    _ gradient: LaneVector, _ x: LaneVector, _ y: LaneVector, _ out: LaneVector
  ) -> (x: LaneVector, y: LaneVector) {
    let parts = slopeTimes(gradient, x, y, out)
    guard hasUnboundedSlope else { return parts }
    let isOff = gradient .== 0
    return (parts.x.replacing(with: 0, where: isOff), parts.y.replacing(with: 0, where: isOff))
  }

  @inline(__always)
  private func slopeTimes(
    _ gradient: LaneVector, _ x: LaneVector, _ y: LaneVector, _ out: LaneVector
  ) -> (x: LaneVector, y: LaneVector) {
    switch self {
    case .add: (gradient, gradient)
    case .subtract: (gradient, -gradient)
    case .multiply: (y * gradient, x * gradient)
    case .divide where !any(Slope.isShort(out)): (gradient / y, -(out / y) * gradient)
    case .negate: (-gradient, LaneVector())
    case .exp: (out * gradient, LaneVector())
    case .log: (1 / x * gradient, LaneVector())
    case .relu: (gradient.replacing(with: 0, where: x .<= 0), LaneVector())
    case .sigmoid: (out * (1 - out) * gradient, LaneVector())
    default: pullbackEach(gradient, x, y, out)
    }
  }

  @inline(never)
  private func pullbackEach(
    _ gradient: LaneVector, _ x: LaneVector, _ y: LaneVector, _ out: LaneVector
  ) -> (x: LaneVector, y: LaneVector) {
    var result = (x: LaneVector(), y: LaneVector())
    for lane in 0..<LaneVector.scalarCount {
      let parts = pullback(gradient[lane], x[lane], y[lane], out[lane])
      result.x[lane] = parts.x
      result.y[lane] = parts.y
    }
    return result
  }
}
