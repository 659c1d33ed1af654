internal import Autograd

/// Turns an infix expression into postfix steps with stacks of its own (Dijkstra's shunting yard),
/// so that no depth of brackets can exhaust the call stack.
struct StatementParser {
  typealias Place = ExpressionError.Place

  private enum Pending {
    case operation(Op, strength: Int)
    case bracket(Place)
    case call(function: String, Place, arguments: Int)
  }

  /// More brackets than this inside each other are a mistake.
  static let depthLimit = 10_000

  private(set) var steps: [Statement.Step] = []
  private var pending: [Pending] = []
  private(set) var depth = 0
  private var expectsOperand = true
  /// A name that may turn out to be a function, when a bracket follows.
  private var heldName: (String, Place)?

  /// Takes the next token of the expression.
  mutating func take(_ token: Token, at place: Place) throws(ExpressionError) {
    if let (name, namePlace) = heldName {
      heldName = nil
      if token == .open { return try open(.call(function: name, namePlace, arguments: 1), place) }
      steps.append(.name(name, namePlace))
    }
    if expectsOperand { try operand(token, place) } else { try operation(token, place) }
  }

  /// Ends the expression before `token`.
  mutating func finish(before token: Token, at place: Place) throws(ExpressionError) {
    if let (name, namePlace) = heldName { steps.append(.name(name, namePlace)) }
    heldName = nil
    guard !expectsOperand else {
      throw ExpressionError(place: place, problem: .expectedOperand(found: token.spelling))
    }
    popOperations(atLeast: 0)
    switch pending.last {
    case .bracket(let place), .call(_, let place, _):
      throw ExpressionError(place: place, problem: .unclosedBracket)
    default: break
    }
  }

  private mutating func operand(_ token: Token, _ place: Place) throws(ExpressionError) {
    switch token {
    case .number(let value):
      steps.append(.number(value))
      expectsOperand = false
    case .name(let name):
      heldName = (name, place)
      expectsOperand = false
    case .open: try open(.bracket(place), place)
    case .sign("-"): pending.append(.operation(.negate, strength: 3))
    case .sign("+"): break
    default:
      throw ExpressionError(place: place, problem: .expectedOperand(found: token.spelling))
    }
  }

  private mutating func operation(_ token: Token, _ place: Place) throws(ExpressionError) {
    switch token {
    case .sign(let sign):
      guard let op = Function.binary(sign) else { fallthrough }
      let strength = Self.strength(op)
      popOperations(atLeast: op == .power ? strength + 1 : strength)
      pending.append(.operation(op, strength: strength))
      expectsOperand = true
    case .name, .number, .open, .assign, .separator, .end:
      throw ExpressionError(place: place, problem: .expectedOperator(found: token.spelling))
    case .close: try close(place)
    case .comma: try comma(place)
    }
  }

  private static func strength(_ op: Op) -> Int {
    switch op {
    case .add, .subtract: 1
    case .power: 4
    default: 2
    }
  }

  private mutating func open(_ bracket: Pending, _ place: Place) throws(ExpressionError) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw ExpressionError(place: place, problem: .tooDeep(limit: Self.depthLimit))
    }
    if case .call(let name, let place, _) = bracket, Function.operations[name] == nil {
      throw ExpressionError(place: place, problem: .unknownFunction(name))
    }
    pending.append(bracket)
    expectsOperand = true
  }

  private mutating func close(_ place: Place) throws(ExpressionError) {
    popOperations(atLeast: 0)
    switch pending.popLast() {
    case .call(let name, let namePlace, let arguments):
      try apply(name, arguments, namePlace)
    case .bracket: break
    default: throw ExpressionError(place: place, problem: .unopenedBracket)
    }
    depth -= 1
  }

  private mutating func comma(_ place: Place) throws(ExpressionError) {
    popOperations(atLeast: 0)
    guard case .call(let name, let namePlace, let arguments) = pending.popLast() else {
      throw ExpressionError(place: place, problem: .strayComma)
    }
    pending.append(.call(function: name, namePlace, arguments: arguments + 1))
    expectsOperand = true
  }

  private mutating func apply(
    _ name: String, _ arguments: Int, _ place: Place
  ) throws(ExpressionError) {
    guard let op = Function.operations[name] else { return }
    if op.takesArguments {
      steps.append(.gather(op, count: arguments))
      return
    }
    let fits = op.arity == 1 ? arguments == 1 : arguments >= 2
    guard fits else {
      throw ExpressionError(
        place: place,
        problem: .argumentCount(
          function: name, found: arguments, expected: op.arity == 1 ? "1" : "2 or more"))
    }
    for _ in 0..<max(1, arguments - 1) { steps.append(.apply(op)) }
  }

  private mutating func popOperations(atLeast strength: Int) {
    while case .operation(let op, let other) = pending.last, other >= strength {
      steps.append(.apply(op))
      pending.removeLast()
    }
  }
}
