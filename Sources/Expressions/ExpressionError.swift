/// What is wrong with an expression, and where.
public struct ExpressionError: Error, Equatable, Sendable {
  /// A place in the text; line and column count from 1, columns in Unicode scalars.
  public struct Place: Equatable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
  }

  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// There is no statement at all.
    case empty
    /// A character that no expression contains.
    case strayCharacter(String)
    /// Digits that make no number, such as `1.2.3`.
    case malformedNumber(String)
    /// Something stands where a number, a name or a bracket should.
    case expectedOperand(found: String)
    /// Something stands where an operator or the end of the statement should.
    case expectedOperator(found: String)
    /// A bracket that is never closed.
    case unclosedBracket
    /// A closing bracket without an opening one.
    case unopenedBracket
    /// More brackets inside each other than can be meant.
    case tooDeep(limit: Int)
    /// A name without a value, and the names that have one.
    case unknownName(String, known: [String])
    /// A name that gets its value only later, or from itself: a cycle.
    case usedBeforeAssignment(String, assignedOnLine: Int)
    /// A function that there is not.
    case unknownFunction(String)
    /// A function with too few or too many arguments.
    case argumentCount(function: String, found: Int, expected: String)
    /// A comma outside the brackets of a function.
    case strayComma
    /// A value that is neither named nor the last.
    case unusedValue
    /// `a + 1 = 2`, `3 = a`.
    case cannotAssign
    /// The root asked for has no value.
    case unknownRoot(String, known: [String])
    /// A name to be set that does not stand for a number.
    case cannotSet(String, settable: [String])
  }

  /// Where it is.
  public let place: Place
  /// What it is.
  public let problem: Problem
}
