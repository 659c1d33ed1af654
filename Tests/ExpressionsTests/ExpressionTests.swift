import Autograd
import Expressions
import Testing

private func value(_ source: String) throws -> Double {
  try Tape.recording { try ScalarExpression(source).record().root.data }
}

private func problem(_ source: String) -> ExpressionError? {
  Tape.recording {
    do {
      _ = try ScalarExpression(source).record()
      return nil
    } catch {
      return error as? ExpressionError
    }
  }
}

@Suite("Expressions") struct ExpressionTests {
  @Test(
    "operators bind as in mathematics",
    arguments: [
      ("1 + 2*3", 7), ("(1 + 2)*3", 9), ("2^3^2", 512), ("-2^2", -4), ("2^-1", 0.5),
      ("2^-1*4", 2), ("10 - 4 - 3", 3), ("16/4/2", 2), ("--3", 3), ("+3", 3), ("2**3", 8),
      ("-2*3 + 1", -5), ("2 − 1", 1), ("6 ÷ 3 × 2", 4), ("max(1, 2, 3)", 3), ("min(4, 2)", 2),
      ("exp(log(5))", 5), ("relu(-2) + abs(-2)", 2), ("sqrt(16)", 4), ("1e3 + .5", 1000.5),
      ("2*(3 + (4 - 1)*2)", 18), ("max(1 + 1, (2))", 2), ("1e-2", 0.01), ("3-1", 2),
    ] as [(String, Double)])
  func operators(_ source: String, _ expected: Double) throws {
    #expect(abs(try value(source) - expected) < 1e-12)
  }

  @Test("constants give way to assignments; compound assignments and comments work")
  func statements() throws {
    #expect(try value("sin(pi/2)") == 1)
    #expect(abs(try value("log(e)") - 1) < 1e-15)
    #expect(try value("e = 3; e*2") == 6)
    #expect(try value("a = 2 # two\n// nothing\na += 3; a *= 2; a -= 1; a /= 3") == 3)
    #expect(try value("y = (1 +\n 2\n)\n") == 3)
    #expect(try value("\u{FEFF}β₁ = 2\r\n🙂 = β₁ + 1\r\n") == 3)
  }

  @Test("a name assigned again keeps its earlier values under numbered names") func versions()
    throws
  {
    try Tape.recording {
      let recorded = try ScalarExpression("a = 2; c = a; c += 1; c *= 2; d = c").record()
      #expect(recorded.variables.map(\.name) == ["a", "c₁", "c₂", "c", "d"])
      #expect(recorded.variables.map(\.value.data) == [2, 2, 3, 6, 6])
      #expect(recorded.rootName == "d")
    }
  }

  @Test("the root and the numbers can be chosen") func choices() throws {
    try Tape.recording {
      let expression = try ScalarExpression("a = 2; b = a*a; c = b + 1")
      let recorded = try expression.record(root: "b", settings: ["a": -3])
      #expect(recorded.root.data == 9 && recorded.rootName == "b")
      #expect(throws: ExpressionError.self) { try expression.record(settings: ["b": 1]) }
      #expect(throws: ExpressionError.self) { try expression.record(root: "z") }
    }
  }

  @Test(
    "a mistake is named with its line and column",
    arguments: [
      ("", 1, 1, .empty), ("# nothing\n\n", 1, 1, .empty),
      ("a = 1\nb = a + q", 2, 9, .unknownName("q", known: ["a"])),
      ("a = a + 1", 1, 5, .usedBeforeAssignment("a", assignedOnLine: 1)),
      ("b = a\na = b", 1, 5, .usedBeforeAssignment("a", assignedOnLine: 2)),
      ("c += 1", 1, 1, .usedBeforeAssignment("c", assignedOnLine: 1)),
      ("x = (1 + 2", 1, 5, .unclosedBracket), ("x = max(1, 2", 1, 5, .unclosedBracket),
      ("x = 1)", 1, 6, .unopenedBracket),
      ("x = 1 +", 1, 8, .expectedOperand(found: "the end of the text")),
      ("x = ()", 1, 6, .expectedOperand(found: ")")),
      ("x = 1 2", 1, 7, .expectedOperator(found: "2.0")),
      ("x = $", 1, 5, .strayCharacter("$")), ("x = 1.2.3", 1, 5, .malformedNumber("1.2.3")),
      ("x = 2x", 1, 5, .malformedNumber("2x")), ("1 = x", 1, 3, .cannotAssign),
      ("a = b = 1", 1, 7, .cannotAssign), ("a + 1\nb = 2", 1, 1, .unusedValue),
      ("x = foo(1)", 1, 5, .unknownFunction("foo")), ("x = (1, 2)", 1, 7, .strayComma),
      ("x = tanh(1, 2)", 1, 5, .argumentCount(function: "tanh", found: 2, expected: "1")),
      ("x = max(1)", 1, 5, .argumentCount(function: "max", found: 1, expected: "2 or more")),
      ("x = tanh", 1, 5, .unknownName("tanh", known: [])),
    ] as [(String, Int, Int, ExpressionError.Problem)])
  func mistakes(
    _ source: String, _ line: Int, _ column: Int, _ expected: ExpressionError.Problem
  ) {
    let error = problem(source)
    #expect(error?.problem == expected)
    #expect(error?.place.line == line && error?.place.column == column)
  }

  @Test("no depth of brackets exhausts the stack") func depth() throws {
    let deep = String(repeating: "(", count: 9_000) + "1" + String(repeating: ")", count: 9_000)
    #expect(try value(deep) == 1)
    #expect(problem(String(repeating: "(", count: 1_000_000))?.problem == .tooDeep(limit: 10_000))
    #expect(problem(String(repeating: "-", count: 100_000) + "1") == nil)
  }
}
