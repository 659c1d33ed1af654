extension Op {
  /// The operation's value in each lane, by ``Arithmetic/fast``.
  func fastEvaluate(_ x: LaneVector, _ y: LaneVector) -> LaneVector {
    switch self {
    case .power where all(y .== 2): x * x
    case .power where all(y .== -1): 1 / x
    case .exp: LaneMath.exp(x)
    case .log: LaneMath.log(x)
    case .tanh, .spelledTanh: LaneMath.tanh(x)
    case .sigmoid: LaneMath.logistic(x)
    case .gelu: Gaussian.fastGelu(x)
    default: evaluate(x, y)
    }
  }

  /// What the operands' gradients receive in each lane, by ``Arithmetic/fast``: exactly 0 where the
  /// gradient is.
  ///
  /// - Parameter needsY: whether somebody asks for the second one.
  func fastPullback(
    _ gradient: LaneVector, _ x: LaneVector, _ y: LaneVector, _ out: LaneVector, needsY: Bool
  ) -> (x: LaneVector, y: LaneVector) {
    switch self {
    case .power where !needsY && all(y .== 2):
      return (gradient.passed(times: 2 * x), LaneVector())
    case .power where !needsY && all(y .== -1):
      return (gradient.passed(times: -(out * out)), LaneVector())
    case .spelledTanh: return (gradient.passed(times: 1 - out * out), LaneVector())
    case .tanh:
      let slope = 1 - out * out
      if any(slope .< Self.smallSlope) { break }
      return (gradient.passed(times: slope), LaneVector())
    case .sigmoid:
      let rest = 1 - out
      if any(rest .< Self.smallSlope) { break }
      return (gradient.passed(times: out * rest), LaneVector())
    case .gelu, .softplus: break
    default: return pullback(gradient, x, y, out)
    }
    return (gradient.passed(times: fastSlope(x)), LaneVector())
  }

  /// Apart from the others, so that these stay small and quick.
  @inline(never)
  private func fastSlope(_ x: LaneVector) -> LaneVector {
    switch self {
    case .tanh: Logistic.tanhSlope(x, LaneMath.exp)
    case .sigmoid: Logistic.slope(x, LaneMath.exp)
    case .gelu: Gaussian.slope(x, LaneMath.exp)
    default: LaneMath.logistic(x)
    }
  }

  /// A difference from 1 that has lost three digits: the slope is computed anew.
  private static let smallSlope = 0.001
}
