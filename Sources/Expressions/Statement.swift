internal import Autograd

/// One statement, its right-hand side in postfix order.
struct Statement {
  /// A step of a stack machine.
  enum Step {
    case number(Double)
    case name(String, ExpressionError.Place)
    case apply(Op)
    /// An operation that takes the last so many values.
    case gather(Op, count: Int)
  }

  /// The name that gets the value; `nil` for a bare expression.
  var target: String?
  /// Of a compound assignment, the operation: `.add` for `+=`.
  var compound: Op?
  /// Where the statement starts.
  var place: ExpressionError.Place
  /// The text of the right-hand side.
  var source = ""
  var steps: [Step] = []

  /// The number, if the right-hand side is nothing else: `3`, `-3`.
  var literal: Double? {
    switch (steps.first, steps.count) {
    case (.number(let value), 1): return value
    case (.number(let value), 2):
      if case .apply(.negate) = steps[1] { return -value }
      return nil
    default: return nil
    }
  }
}
