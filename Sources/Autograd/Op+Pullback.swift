extension Op {
  /// What the operands' gradients receive: each partial derivative times `gradient`, the gradient
  /// of the operation's own value `out`.
  ///
  /// `pullback(1, x, y, out)` are the partial derivatives themselves. Where there is none, the
  /// usual choice is made: ``relu`` has derivative 0 at 0, ``leakyRelu`` its slope 0.01, ``abs`` 0;
  /// ``maximum`` and ``minimum`` of equal operands give each one half. ``power`` has derivative 0
  /// in its base where the exponent is 0, and 0 in its exponent where the base is 0 and the
  /// exponent not negative. ``atan2`` has none at (0, 0), where it is `nan`. A function whose derivative is 0 by choice gives exactly 0 even for an
  /// infinite gradient; and a gradient of exactly 0 passes back exactly 0, also through a slope that
  /// is infinite or none: what is not chosen has no effect.
  ///
  /// - Precondition: not a leaf, which has no operands, and no operation of ``anyNumber`` of them.
  public func pullback(
    _ gradient: Double, _ x: Double, _ y: Double, _ out: Double
  ) -> (x: Double, y: Double) {
    if gradient == 0, arity > 0 { return (0, 0) }
    return switch self {
    case .constant, .input, .parameter:
      preconditionFailure("a leaf (\(self)) has no operands to pass a gradient to")
    case .logSumExp: preconditionFailure("\(self) takes a list of operands")
    case .argument: (gradient, 0)
    case .add: (gradient, gradient)
    case .subtract: (gradient, -gradient)
    case .multiply: (y * gradient, x * gradient)
    case .divide: (gradient / y, -Slope.quotient(x, y, out) * gradient)
    case .negate: (-gradient, 0)
    case .power: (Slope.base(x, y, out) * gradient, Slope.exponent(x, y, out) * gradient)
    case .exp: (out * gradient, 0)
    case .log: (1 / x * gradient, 0)
    case .sqrt: (0.5 / Swift.abs(out) * gradient, 0)
    case .sin: (LibM.cos(x) * gradient, 0)
    case .cos: (-LibM.sin(x) * gradient, 0)
    case .tan: (Slope.tangent(out) * gradient, 0)
    case .tanh: (Logistic.tanhSlope(x, LibM.exp) * gradient, 0)
    case .spelledTanh: ((1 - LibM.pow(out, 2)) * gradient, 0)
    case .sigmoid: (Logistic.slope(x, LibM.exp) * gradient, 0)
    case .relu: (x <= 0 ? 0 : gradient, 0)
    case .leakyRelu: (x > 0 ? gradient : Self.leakySlope * gradient, 0)
    case .gelu: (Gaussian.slope(x, LibM.exp) * gradient, 0)
    case .softplus: (Logistic.value(x, LibM.exp) * gradient, 0)
    case .abs: (x > 0 ? gradient : (x < 0 ? -gradient : 0), 0)
    case .atan2: Slope.angle(x, y, times: gradient)
    case .maximum: Self.share(gradient, firstWins: x > y, tie: x == y)
    case .minimum: Self.share(gradient, firstWins: x < y, tie: x == y)
    }
  }

  private static func share(
    _ gradient: Double, firstWins: Bool, tie: Bool
  ) -> (x: Double, y: Double) {
    if tie { return (0.5 * gradient, 0.5 * gradient) }
    return firstWins ? (gradient, 0) : (0, gradient)
  }
}
