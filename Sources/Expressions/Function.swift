internal import Autograd

/// The functions of the expression language.
enum Function {
  /// Each function's operation, by its name in the language.
  static let operations: [String: Op] = [
    "exp": .exp, "log": .log, "sqrt": .sqrt, "sin": .sin, "cos": .cos, "tan": .tan, "tanh": .tanh,
    "sigmoid": .sigmoid, "relu": .relu, "leakyRelu": .leakyRelu, "gelu": .gelu,
    "softplus": .softplus, "abs": .abs, "max": .maximum, "min": .minimum, "atan2": .atan2,
    "logSumExp": .logSumExp,
  ]

  /// The names that have a value until something else is assigned to them.
  static let constants: [String: Double] = ["pi": .pi, "e": 2.718281828459045]

  /// The operation of a binary operator's sign.
  static func binary(_ sign: Character) -> Op? {
    switch sign {
    case "+": .add
    case "-": .subtract
    case "*": .multiply
    case "/": .divide
    case "^": .power
    default: nil
    }
  }
}

extension ScalarExpression {
  /// The names of the language's functions, in alphabetical order.
  public static var functionNames: [String] { Function.operations.keys.sorted() }
}
