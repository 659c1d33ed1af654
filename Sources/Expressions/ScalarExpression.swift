internal import Autograd

/// Arithmetic in plain text: assignments, operators, functions.
///
///     a = 2; b = -3
///     L = tanh(a*b + 1)      # the last statement is the root
///
/// Statements end at a line end (outside brackets) or at `;`. `+ - * / ^` and `**`, brackets, `+=`
/// and its like, comments from `#` or `//`, the functions of ``Function``, the constants `pi` and
/// `e` until something is assigned to these names. `^` binds to the right and before a sign:
/// `-a^2` is −(a²).
public struct ScalarExpression {
  let statements: [Statement]

  /// Reads an expression.
  ///
  /// - Throws: ``ExpressionError`` with the first thing that is wrong.
  public init(_ source: String) throws(ExpressionError) {
    var scanner = Scanner(source)
    var statements: [Statement] = []
    while let statement = try Self.statement(&scanner) { statements.append(statement) }
    guard !statements.isEmpty else {
      throw ExpressionError(place: .init(line: 1, column: 1), problem: .empty)
    }
    if let unused = statements.dropLast().first(where: { $0.target == nil }) {
      throw ExpressionError(place: unused.place, problem: .unusedValue)
    }
    self.statements = statements
  }

  /// The next statement that is not empty; `nil` at the end of the text.
  private static func statement(_ scanner: inout Scanner) throws(ExpressionError) -> Statement? {
    var first = try scanner.next()
    while first.token == .separator { first = try scanner.next() }
    if first.token == .end { return nil }
    var statement = Statement(place: first.place)
    var parser = StatementParser()
    var start = first.start
    var next = first
    var tokens = 0
    while true {
      if case .assign(let sign) = next.token {
        guard tokens == 1, statement.target == nil, case .name(let name) = first.token else {
          throw ExpressionError(place: next.place, problem: .cannotAssign)
        }
        statement.target = name
        statement.compound = sign.flatMap(Function.binary)
        parser = StatementParser()
      } else if next.token == .end || next.token == .separator {
        try parser.finish(before: next.token, at: next.place)
        statement.source = scanner.source(from: start, to: next.start).trimmed
        statement.steps = parser.steps
        return statement
      } else {
        if tokens == 1, statement.target != nil { start = next.start }
        try parser.take(next.token, at: next.place)
      }
      tokens = next.token.isAssign ? 1 : tokens + 1
      scanner.bracketDepth = parser.depth
      next = try scanner.next()
    }
  }
}

extension Token {
  fileprivate var isAssign: Bool {
    if case .assign = self { return true }
    return false
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
