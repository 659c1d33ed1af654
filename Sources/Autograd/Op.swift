/// What a node of a tape is: a leaf, or the operation that made it from one or two operands.
///
/// Every fact about an operation is a `switch` over this enum without a `default`
/// (``evaluate(_:_:)``, ``pullback(_:_:_:_:)``, ``symbol``, ``arity``), so that an operation
/// without a derivative does not compile.
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
}

extension Op {
  /// How many operands the operation takes: 0 for a leaf, else 1 or 2.
  public var arity: Int {
    switch self {
    case .constant, .input, .parameter: 0
    case .negate, .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .spelledTanh, .sigmoid: 1
    case .relu, .leakyRelu, .gelu, .softplus, .abs: 1
    case .add, .subtract, .multiply, .divide, .power, .maximum, .minimum, .atan2: 2
    }
  }

  /// The sign or word by which people know the operation: `×`, `tanh`; empty for a leaf.
  public var symbol: String {
    switch self {
    case .constant, .input, .parameter: ""
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
