extension Op {
  /// The operation's value for the operands `x` and `y` (`y` is not read by one-operand functions).
  ///
  /// IEEE 754 throughout: `1/0` is `inf`, `log(-1)` is `nan`, and a `nan` operand gives `nan`.
  ///
  /// - Precondition: not a leaf; a leaf's value is given, not computed.
  @inline(__always)
  public func evaluate(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .constant, .input, .parameter:
      preconditionFailure("a leaf (\(self)) has a value of its own and is not evaluated")
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    case .negate: -x
    case .power: LibM.pow(x, y)
    case .exp: LibM.exp(x)
    case .log: LibM.log(x)
    case .sqrt: x.squareRoot()
    case .sin: LibM.sin(x)
    case .cos: LibM.cos(x)
    case .tanh: LibM.tanh(x)
    case .sigmoid: Self.logistic(x)
    case .relu: x <= 0 ? 0 : x
    case .leakyRelu: x > 0 ? x : Self.leakySlope * x
    case .gelu: x * Self.normalDistribution(x)
    case .softplus: (x > 0 ? x : 0) + LibM.log1p(LibM.exp(-Swift.abs(x)))
    case .abs: Swift.abs(x)
    case .maximum: x > y ? x : (y >= x ? y : .nan)
    case .minimum: x < y ? x : (y <= x ? y : .nan)
    }
  }

  /// The slope of ``leakyRelu`` for operands of 0 and below.
  public static let leakySlope = 0.01

  /// 1 / (1 + e⁻ˣ), without overflow on either side.
  static func logistic(_ x: Double) -> Double {
    if x >= 0 { return 1 / (1 + LibM.exp(-x)) }
    let power = LibM.exp(x)
    return power / (1 + power)
  }

  /// Φ(x), the standard normal distribution function: the share of a Gaussian below `x`.
  static func normalDistribution(_ x: Double) -> Double {
    0.5 * (1 + LibM.erf(x * 0.5.squareRoot()))
  }
}
