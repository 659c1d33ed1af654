extension Op {
  /// The operation's value in each lane, bit for bit that of one lane by itself.
  @inline(__always)
  func evaluate(_ x: LaneVector, _ y: LaneVector) -> LaneVector {
    switch self {
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    // A vector's minus takes it from 0, which loses the sign of 0.
    case .negate: x.opposite
    case .sqrt: x.squareRoot()
    case .relu: x.replacing(with: 0, where: x .<= 0)
    case .gelu: Gaussian.exactGelu(x)
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

  /// What the operands' gradients receive in each lane: exactly 0 where the gradient is.
  @inline(__always)
  func pullback(
    _ gradient: LaneVector, _ x: LaneVector, _ y: LaneVector, _ out: LaneVector
  ) -> (x: LaneVector, y: LaneVector) {
    switch self {
    case .add: (gradient, gradient)
    case .subtract: (gradient, -gradient)
    case .multiply: (gradient.passed(times: y), gradient.passed(times: x))
    case .negate: (-gradient, LaneVector())
    case .relu: (gradient.replacing(with: 0, where: x .<= 0), LaneVector())
    default: smoothPullback(gradient, x, y, out)
    }
  }

  /// Apart from the others, so that these stay small and quick.
  @inline(never)
  private func smoothPullback(
    _ gradient: LaneVector, _ x: LaneVector, _ y: LaneVector, _ out: LaneVector
  ) -> (x: LaneVector, y: LaneVector) {
    let exp = LaneVector.exactExp
    return switch self {
    case .divide where !any(Slope.isShort(out)):
      (
        (gradient / y).replacing(with: 0, where: gradient .== 0),
        gradient.passed(times: -(out / y))
      )
    case .exp: (gradient.passed(times: out), LaneVector())
    case .log: (gradient.passed(times: 1 / x), LaneVector())
    case .tanh: (gradient.passed(times: Logistic.tanhSlope(x, exp)), LaneVector())
    case .sigmoid: (gradient.passed(times: Logistic.slope(x, exp)), LaneVector())
    case .gelu: (gradient.passed(times: Gaussian.slope(x, exp)), LaneVector())
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
