internal import Autograd
internal import Refusal

extension Op {
  /// An interval that holds the operation's value for all operands of two intervals.
  ///
  /// - Precondition: not a leaf.
  func evaluate(_ x: Interval, _ y: Interval) -> Interval {
    if x.isUnknown || (arity == 2 && y.isUnknown) { return .unknown }
    return switch self {
    case .constant, .input, .parameter:
      refuse("a leaf (\(self)) has an interval of its own and is not evaluated")
    case .logSumExp: refuse("\(self) takes a list of intervals")
    case .argument: x
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    case .power: power(x, y)
    case .negate: Interval(-x.high, -x.low)
    case .relu, .leakyRelu: x.mapped { evaluate($0, 0) }
    case .sqrt: x.low >= 0 ? x.mapped { evaluate($0, 0) } : .unknown
    case .exp, .tanh, .spelledTanh, .sigmoid, .softplus: x.mapped { evaluate($0, 0) }.widened
    case .log: x.low > 0 ? x.mapped { evaluate($0, 0) }.widened : .unknown
    case .sin, .cos: Interval(-1, 1)
    case .tan:
      x.low > -1.57 && x.high < 1.57 ? x.mapped { evaluate($0, 0) }.widened : .unknown
    case .gelu: gelu(x)
    case .atan2: Interval(-.pi, .pi).widened
    case .abs: x.low >= 0 ? x : Interval(x.high <= 0 ? -x.high : 0, max(-x.low, x.high))
    case .maximum: Interval(max(x.low, y.low), max(x.high, y.high))
    case .minimum: Interval(min(x.low, y.low), min(x.high, y.high))
    }
  }

  /// A point each, or a positive base to a fixed power, which never turns.
  private func power(_ x: Interval, _ y: Interval) -> Interval {
    if x.isPoint, y.isPoint { return Interval(evaluate(x.low, y.low)) }
    guard x.low > 0, y.isPoint else { return .unknown }
    let ends = [evaluate(x.low, y.low), evaluate(x.high, y.low)]
    return Interval(min(ends[0], ends[1]), max(ends[0], ends[1])).widened
  }

  /// gelu falls to its least value, −0.16997, at −0.7518 and rises from there.
  private func gelu(_ x: Interval) -> Interval {
    let ends = [evaluate(x.low, 0), evaluate(x.high, 0)]
    let low = x.low <= -0.7517 && x.high >= -0.7518 ? -0.17 : min(ends[0], ends[1])
    return Interval(low, max(ends[0], ends[1])).widened
  }
}

extension Interval {
  /// It rises with each of its operands.
  static func logSumExp(_ operands: [Interval]) -> Interval {
    Interval(Op.logSumExp(operands.map(\.low)), Op.logSumExp(operands.map(\.high))).widened
  }
}
