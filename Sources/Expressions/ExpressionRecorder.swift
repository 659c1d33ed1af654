internal import Autograd

/// Records statements one after the other; what a name stands for is found at once, however many
/// there are.
struct ExpressionRecorder {
  private let statements: [Statement]
  private let settings: [String: Double]
  /// Where each name is first assigned.
  private let assignments: [String: ExpressionError.Place]
  private var variables: [(name: String, value: Value)] = []
  /// The place of each name's last value in ``variables``.
  private var places: [String: Int] = [:]
  private var versions: [String: Int] = [:]

  init(statements: [Statement], settings: [String: Double]) {
    self.statements = statements
    self.settings = settings
    assignments = Dictionary(
      statements.compactMap { statement in statement.target.map { ($0, statement.place) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Precondition: at least one statement.
  mutating func record(root: String?) throws(ExpressionError) -> RecordedExpression {
    var last: Value?
    for statement in statements { last = try record(statement) }
    let final = statements[statements.count - 1]
    if let root {
      guard let value = variables.last(where: { $0.name == root })?.value else {
        throw ExpressionError(
          place: final.place, problem: .unknownRoot(root, known: variables.map(\.name)))
      }
      return recorded(value, named: root)
    }
    guard let last else { throw ExpressionError(place: final.place, problem: .empty) }
    return recorded(last, named: final.target ?? final.source)
  }

  private func recorded(_ root: Value, named name: String) -> RecordedExpression {
    RecordedExpression(root: root, rootName: name, variables: variables)
  }

  private mutating func record(_ statement: Statement) throws(ExpressionError) -> Value {
    var value = try computed(statement)
    guard let target = statement.target else { return value }
    if let compound = statement.compound {
      value = try lookUp(target, statement.place).applying(compound, value)
    }
    bind(target, value)
    return value
  }

  private func computed(_ statement: Statement) throws(ExpressionError) -> Value {
    if let literal = statement.literal, let target = statement.target, statement.compound == nil {
      return Value(settings[target] ?? literal)
    }
    var stack: [Value] = []
    for step in statement.steps {
      switch step {
      case .number(let number): stack.append(.constant(number))
      case .name(let name, let place): stack.append(try lookUp(name, place))
      case .apply(let op):
        let last = stack.removeLast()
        stack.append(op.arity == 1 ? last.applying(op) : stack.removeLast().applying(op, last))
      case .gather(_, let count):
        let operands = Array(stack.suffix(count))
        stack.removeLast(count)
        stack.append(operands.logSumExp())
      }
    }
    return stack.removeLast()
  }

  private func lookUp(
    _ name: String, _ place: ExpressionError.Place
  ) throws(ExpressionError) -> Value {
    if assignments[name] == nil, let constant = Function.constants[name] {
      return .constant(constant)
    }
    if let bound = places[name] { return variables[bound].value }
    if let later = assignments[name] {
      throw ExpressionError(
        place: place, problem: .usedBeforeAssignment(name, assignedOnLine: later.line))
    }
    throw ExpressionError(
      place: place, problem: .unknownName(name, known: variables.map(\.name)))
  }

  private mutating func bind(_ name: String, _ value: Value) {
    if let earlier = places[name] {
      let old = variables[earlier]
      let oldName = earlierName(name)
      if old.value.name == name { old.value.named(oldName) }
      variables[earlier].name = oldName
    }
    if value.name == nil { value.named(name) }
    places[name] = variables.count
    variables.append((name, value))
  }

  /// `c₁`, `c₂`, … for the values that a name had before, but none that is assigned.
  private mutating func earlierName(_ name: String) -> String {
    while true {
      let version = versions[name, default: 1]
      versions[name] = version + 1
      let candidate = name + subscripted(version)
      if assignments[candidate] == nil { return candidate }
    }
  }

  private func subscripted(_ number: Int) -> String {
    let zero = Unicode.Scalar("₀").value
    return String(
      String.UnicodeScalarView(
        String(number).unicodeScalars.compactMap { Unicode.Scalar(zero + $0.value - 48) }))
  }
}
