internal import Refusal

extension ExpressionError {
  /// The mistake and its cure.
  package var words: String {
    switch problem {
    case .empty: "there is no expression here; write one such as a = 2; L = a*a"
    case .strayCharacter(let character): "\"\(character)\" has no meaning here"
    case .malformedNumber(let text):
      "\"\(text.prefix(40))\" is not a number; one reads 2, 0.5 or 1e-3"
    case .expectedOperand(let found):
      "a number, a name or a bracket should stand here, not \(found)"
    case .expectedOperator(let found):
      "an operator or the end of the statement should stand here, not \(found)"
    case .unclosedBracket: "this bracket is never closed; a \")\" is missing"
    case .unopenedBracket: "this bracket closes nothing; a \"(\" is missing"
    case .tooDeep(let limit): "more than \(limit) brackets inside each other"
    case .unknownName(let name, let known):
      "\(name) has no value" + (known.isEmpty ? "" : "; known here: \(Words.list(known))")
    case .usedBeforeAssignment(let name, let line):
      "\(name) is used before it has a value (it is assigned on line \(line)); "
        + "a value cannot depend on itself"
    case .unknownFunction(let name):
      "there is no function \(name); there are \(Words.list(ScalarExpression.functionNames))"
    case .argumentCount(let function, let found, let expected):
      "\(function) takes \(expected) argument\(expected == "1" ? "" : "s"), not \(found)"
    case .strayComma: "a comma stands only between the arguments of a function"
    case .unusedValue: "this value is not used; give it a name, as in c = …"
    case .cannotAssign: "only a name can be assigned to, once in a statement, as in c = a + b"
    case .unknownRoot(let name, let known):
      "there is no value \(name) to take as the root; there are \(Words.list(known))"
    case .cannotSet(let name, let settable):
      settable.isEmpty
        ? "\(name) cannot be set: no name is assigned a plain number"
        : "\(name) cannot be set; assigned a plain number are \(Words.list(settable))"
    }
  }
}

extension ExpressionError: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { "line \(place.line), column \(place.column): \(words)" }
}
