/// What a node of a tape is: a leaf, or the operation that made it from its operands.
///
/// Every fact about an operation is a `switch` over this enum without a `default`
/// (``evaluate(_:_:)``, ``pullback(_:_:_:_:)``, ``symbol``, ``arity``), so that an operation
/// without a derivative does not compile.
///
/// An operation that takes any number of operands reads ``argument``s, which stand one after the
/// other directly before it, so that its instruction is as short as any.
public enum Op: UInt8, CaseIterable, Sendable {
  /// A number written in the program, such as the 2 of `2 * x`. It has no gradient.
  case constant
  /// A number that comes from outside: a feature of an example, a variable of an expression.
  case input
  /// A number that training changes: a weight or a bias.
  case parameter

  case add, subtract, multiply, divide, negate, power
  case exp, log, sqrt, sin, cos, tan, tanh, sigmoid
  /// ``tanh`` with the slope as micrograd spells it out, 1 − tanh², which loses its digits where tanh
  /// is near ±1: for runs that are to have a published run's digits. In drawings it is tanh.
  case spelledTanh
  case relu, leakyRelu, gelu, softplus, abs
  case maximum, minimum
  /// The angle of the point (second operand, first operand), as the C library's `atan2(y, x)`.
  case atan2

  /// An operand of an operation that takes any number of them: the value itself. Drawings and
  /// tables show the value in its place.
  case argument
  /// log Σ exp(xᵢ) over any number of operands.
  case logSumExp
}

extension Op {
  /// How many operands the operation takes: 0 for a leaf, else 1, 2 or ``anyNumber``.
  public var arity: Int {
    switch self {
    case .constant, .input, .parameter: 0
    case .negate, .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .spelledTanh, .sigmoid: 1
    case .argument: 1
    case .logSumExp: Self.anyNumber
    case .relu, .leakyRelu, .gelu, .softplus, .abs: 1
    case .add, .subtract, .multiply, .divide, .power, .maximum, .minimum, .atan2: 2
    }
  }

  /// The ``arity`` of an operation that takes at least one operand, and as many as there are.
  public static let anyNumber = Int.max

  /// Whether its operands are the ``argument``s before it.
  @inline(__always)
  public var takesArguments: Bool { self == .logSumExp }

  /// The sign or word by which people know the operation: `×`, `tanh`; empty for a leaf.
  public var symbol: String {
    switch self {
    case .constant, .input, .parameter, .argument: ""
    case .logSumExp: "log Σ exp"
    case .add: "+"
    case .subtract, .negate: "−"
    case .multiply: "×"
    case .divide: "÷"
    case .power: "^"
    case .exp: "exp"
    case .log: "log"
    case .sqrt: "√"
    case .sin: "sin"
    case .cos: "cos"
    case .tan: "tan"
    case .tanh, .spelledTanh: "tanh"
    case .sigmoid: "sigmoid"
    case .relu: "relu"
    case .leakyRelu: "leakyRelu"
    case .gelu: "gelu"
    case .softplus: "softplus"
    case .abs: "abs"
    case .maximum: "max"
    case .minimum: "min"
    case .atan2: "atan2"
    }
  }

  /// The operation's name in files: the name of its case, such as `leakyRelu`.
  public var name: String { Self.names[Int(rawValue)] }

  /// The operation that people know it as: ``tanh`` for ``spelledTanh``, else itself.
  public var familiar: Op { self == .spelledTanh ? .tanh : self }

  private static let names = allCases.map { String(describing: $0) }
}
