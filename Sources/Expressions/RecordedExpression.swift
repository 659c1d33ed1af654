public import Autograd

/// An expression on the current tape.
public struct RecordedExpression {
  /// The value that gradients are taken of.
  public let root: Value
  /// The root's name, or its text if it has none.
  public let rootName: String
  /// Every named value in the order of assignment. A name that was assigned again stands for its
  /// last value; the earlier ones are called `c₁`, `c₂`, ….
  public let variables: [(name: String, value: Value)]
}

extension ScalarExpression {
  /// Records the expression on the current tape.
  ///
  /// - Parameters:
  ///   - root: the name of the value to take gradients of; the last statement by default.
  ///   - settings: other numbers for names that are assigned a number.
  /// - Throws: ``ExpressionError`` for a name without a value.
  public func record(
    root: String? = nil, settings: [String: Double] = [:]
  ) throws(ExpressionError) -> RecordedExpression {
    try check(settings)
    var recorder = Recorder(statements: statements, settings: settings)
    return try recorder.record(root: root)
  }

  /// The names that are assigned a plain number, in their order: what can be set to another one.
  public var settableNames: [String] {
    statements.filter { $0.literal != nil && $0.compound == nil }.compactMap(\.target)
  }

  private func check(_ settings: [String: Double]) throws(ExpressionError) {
    let names = settableNames
    for name in settings.keys.sorted() where !names.contains(name) {
      throw ExpressionError(
        place: .init(line: 1, column: 1), problem: .cannotSet(name, settable: names))
    }
  }
}

private struct Recorder {
  let statements: [Statement]
  let settings: [String: Double]
  private var bound: [String: Value] = [:]
  private var versions: [String: Int] = [:]
  private var variables: [(name: String, value: Value)] = []

  init(statements: [Statement], settings: [String: Double]) {
    self.statements = statements
    self.settings = settings
  }

  mutating func record(root: String?) throws(ExpressionError) -> RecordedExpression {
    var last: Value?
    for statement in statements { last = try record(statement) }
    if let root, let value = bound[root] { return recorded(value, named: root) }
    let place = statements[statements.count - 1].place
    if let root {
      throw ExpressionError(
        place: place, problem: .unknownRoot(root, known: variables.map(\.name)))
    }
    guard let last else { throw ExpressionError(place: place, problem: .empty) }
    let final = statements[statements.count - 1]
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
      }
    }
    return stack.removeLast()
  }

  private func lookUp(
    _ name: String, _ place: ExpressionError.Place
  ) throws(ExpressionError) -> Value {
    if let value = bound[name] { return value }
    let later = statements.first { $0.target == name }
    if let later {
      throw ExpressionError(
        place: place, problem: .usedBeforeAssignment(name, assignedOnLine: later.place.line))
    }
    if let constant = Function.constants[name] { return .constant(constant) }
    throw ExpressionError(
      place: place, problem: .unknownName(name, known: variables.map(\.name)))
  }

  private mutating func bind(_ name: String, _ value: Value) {
    if let earlier = variables.firstIndex(where: { $0.name == name }) {
      let version = versions[name, default: 1]
      versions[name] = version + 1
      let old = variables[earlier]
      let oldName = name + subscripted(version)
      if old.value.name == name { old.value.named(oldName) }
      variables[earlier].name = oldName
    }
    if value.name == nil { value.named(name) }
    bound[name] = value
    variables.append((name, value))
  }

  private func subscripted(_ number: Int) -> String {
    let zero = Unicode.Scalar("₀").value
    return String(
      String.UnicodeScalarView(
        String(number).unicodeScalars.compactMap { Unicode.Scalar(zero + $0.value - 48) }))
  }
}
