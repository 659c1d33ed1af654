import Autograd
import Testing

@testable import Expressions

@Suite("Long expressions") struct LongExpressionTests {
  private static func time(_ source: String) throws -> Duration {
    let clock = ContinuousClock()
    return try clock.measure {
      try Tape.recording {
        let expression = try ScalarExpression(source)
        _ = try expression.record()
      }
    }
  }

  @Test(
    "four times the statements take about four times as long, not sixteen",
    arguments: [
      { "y\($0) = x*2\n" }, { _ in "x = x*1.0001\n" }, { "y\($0) = pi*2\n" },
    ] as [@Sendable (Int) -> String])
  func linear(_ line: @Sendable (Int) -> String) throws {
    func text(_ count: Int) -> String { "x = 1\n" + (0..<count).map(line).joined() }
    _ = try Self.time(text(1_000))
    let ratios = try (0..<3).map { _ in
      try Self.time(text(20_000)) / Self.time(text(5_000))
    }
    #expect((ratios.min() ?? 99) < 8, "\(ratios)")
  }

  @Test("a name that had many values is called by all of them, and never like another") func names()
    throws
  {
    try Tape.recording {
      let recorded = try ScalarExpression("c₁ = 7; c = 1; c = c + c₁; c = c*2").record()
      #expect(recorded.variables.map(\.name) == ["c₁", "c₂", "c₃", "c"])
      #expect(recorded.variables.map(\.value.data) == [7, 1, 8, 16])
      for name in ["c₁", "c₂", "c₃", "c"] {
        #expect(
          try ScalarExpression("c₁ = 7; c = 1; c = c + c₁; c = c*2").record(root: name)
            .rootName == name)
      }
    }
  }

  @Test("nesting of any depth within the limit is read") func depth() throws {
    try Tape.recording {
      let deep =
        String(repeating: "tanh(", count: 9_999) + "x" + String(repeating: ")", count: 9_999)
      _ = try ScalarExpression("x = 1; y = \(deep)").record()
      let signs = String(repeating: "-", count: 100_000)
      #expect(try ScalarExpression("x = 1; y = \(signs)x").record().root.data == 1)
    }
  }
}
