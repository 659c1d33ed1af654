extension Op {
  /// What the operands' gradients receive: each partial derivative times `gradient`, the gradient
  /// of the operation's own value `out`.
  ///
  /// `pullback(1, x, y, out)` are the partial derivatives themselves. Where there is none, the
  /// usual choice is made: ``relu`` has derivative 0 at 0, ``leakyRelu`` its slope 0.01, ``abs`` 0;
  /// ``maximum`` and ``minimum`` of equal operands give each one half. ``power`` has derivative 0
  /// in its base where the exponent is 0, and 0 in its exponent where the base is 0 and the
  /// exponent not negative. A function whose derivative is 0 by choice gives exactly 0 even for an
  /// infinite gradient; and a gradient of exactly 0 passes back exactly 0, also through a slope that
  /// is infinite or none: what is not chosen has no effect.
  ///
  /// - Precondition: not a leaf; a leaf has no operands.
  public func pullback(
    _ gradient: Double, _ x: Double, _ y: Double, _ out: Double
  ) -> (x: Double, y: Double) {
    if gradient == 0, arity > 0 { return (0, 0) }
    return switch self {
    case .constant, .input, .parameter:
      preconditionFailure("a leaf (\(self)) has no operands to pass a gradient to")
    case .add: (gradient, gradient)
    case .subtract: (gradient, -gradient)
    case .multiply: (y * gradient, x * gradient)
    case .divide: (gradient / y, -Slope.quotient(x, y, out) * gradient)
    case .negate: (-gradient, 0)
    case .power: (Self.baseSlope(x, y) * gradient, Self.exponentSlope(x, y, out) * gradient)
    case .exp: (out * gradient, 0)
    case .log: (1 / x * gradient, 0)
    case .sqrt: (0.5 / out * gradient, 0)
    case .sin: (LibM.cos(x) * gradient, 0)
    case .cos: (-LibM.sin(x) * gradient, 0)
    case .tanh: ((1 - LibM.pow(out, 2)) * gradient, 0)
    case .sigmoid: (out * (1 - out) * gradient, 0)
    case .relu: (x <= 0 ? 0 : gradient, 0)
    case .leakyRelu: (x > 0 ? gradient : Self.leakySlope * gradient, 0)
    case .gelu: (Self.geluSlope(x) * gradient, 0)
    case .softplus: (Self.logistic(x) * gradient, 0)
    case .abs: (x > 0 ? gradient : (x < 0 ? -gradient : 0), 0)
    case .maximum: Self.share(gradient, firstWins: x > y, tie: x == y)
    case .minimum: Self.share(gradient, firstWins: x < y, tie: x == y)
    }
  }

  private static func baseSlope(_ base: Double, _ exponent: Double) -> Double {
    exponent == 0 ? 0 : exponent * LibM.pow(base, exponent - 1)
  }

  private static func exponentSlope(_ base: Double, _ exponent: Double, _ out: Double) -> Double {
    base == 0 && exponent >= 0 ? 0 : out * LibM.log(base)
  }

  /// Φ(x) + x·φ(x), where φ is the density of the standard normal distribution.
  private static func geluSlope(_ x: Double) -> Double {
    let density = LibM.exp(-0.5 * x * x) * (0.5 / Double.pi).squareRoot()
    return normalDistribution(x) + x * density
  }

  private static func share(
    _ gradient: Double, firstWins: Bool, tie: Bool
  ) -> (x: Double, y: Double) {
    if tie { return (0.5 * gradient, 0.5 * gradient) }
    return firstWins ? (gradient, 0) : (0, gradient)
  }
}
