extension Op {
  /// The operation's value for the operands `x` and `y` (`y` is not read by one-operand functions).
  ///
  /// IEEE 754 throughout: `1/0` is `inf`, `log(-1)` is `nan`, and a `nan` operand gives `nan`.
  ///
  /// - Precondition: not a leaf, whose value is given, and no operation of ``anyNumber`` of operands.
  @inline(__always)
  public func evaluate(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .constant, .input, .parameter:
      preconditionFailure("a leaf (\(self)) has a value of its own and is not evaluated")
    case .logSumExp: preconditionFailure("\(self) takes a list of operands")
    case .argument: x
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
    case .tan: LibM.tan(x)
    case .tanh, .spelledTanh: LibM.tanh(x)
    case .sigmoid: Logistic.value(x, LibM.exp)
    case .relu: x <= 0 ? 0 : x
    case .leakyRelu: x > 0 ? x : Self.leakySlope * x
    case .gelu: Gaussian.gelu(x, LibM.exp)
    case .softplus: (x > 0 ? x : 0) + LibM.log1p(LibM.exp(-Swift.abs(x)))
    case .abs: Swift.abs(x)
    case .maximum: x > y ? x : (y > x ? y : Self.equal(x, y, x.bitPattern & y.bitPattern))
    case .minimum: x < y ? x : (y < x ? y : Self.equal(x, y, x.bitPattern | y.bitPattern))
    case .atan2: LibM.atan2(x, y)
    }
  }

  /// The slope of ``leakyRelu`` for operands of 0 and below.
  public static let leakySlope = 0.01

  /// What two operands share if they are equal, of which 0 and −0 differ in the sign; else `nan`.
  @inline(__always)
  private static func equal(_ x: Double, _ y: Double, _ bits: UInt64) -> Double {
    x == y ? Double(bitPattern: bits) : .nan
  }
}
