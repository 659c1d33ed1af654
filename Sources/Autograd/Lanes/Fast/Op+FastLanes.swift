extension Op {
  /// The operation's value in each lane, by ``Arithmetic/fast``.
  func fastEvaluate(_ x: LaneVector, _ y: LaneVector) -> LaneVector {
    switch self {
    case .power where all(y .== 2): x * x
    case .power where all(y .== -1): 1 / x
    case .exp: LaneMath.exp(x)
    case .log: LaneMath.log(x)
    case .tanh: LaneMath.tanh(x)
    case .sigmoid: LaneMath.logistic(x)
    default: evaluate(x, y)
    }
  }

  /// What the operands' gradients receive in each lane, by ``Arithmetic/fast``.
  ///
  /// - Parameter needsY: whether somebody asks for the second one.
  func fastPullback(
    _ gradient: LaneVector, _ x: LaneVector, _ y: LaneVector, _ out: LaneVector, needsY: Bool
  ) -> (x: LaneVector, y: LaneVector) {
    let parts = fastSlopeTimes(gradient, x, y, out, needsY: needsY)
    guard hasUnboundedSlope else { return parts }
    let isOff = gradient .== 0
    return (parts.x.replacing(with: 0, where: isOff), parts.y.replacing(with: 0, where: isOff))
  }

  @inline(__always)
  private func fastSlopeTimes(
    _ gradient: LaneVector, _ x: LaneVector, _ y: LaneVector, _ out: LaneVector, needsY: Bool
  ) -> (x: LaneVector, y: LaneVector) {
    switch self {
    case .power where !needsY && all(y .== 2): return (2 * x * gradient, LaneVector())
    case .power where !needsY && all(y .== -1): return (-(out * out) * gradient, LaneVector())
    case .tanh: return ((1 - out * out) * gradient, LaneVector())
    case .softplus: return (LaneMath.logistic(x) * gradient, LaneVector())
    default: return pullback(gradient, x, y, out)
    }
  }
}
