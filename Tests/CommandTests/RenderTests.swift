import Foundation
import Testing

@Suite("graphgrad render") struct RenderTests {
  @Test("prints the root and every gradient, and draws what -o asks for") func table() throws {
    let scratch = try Scratch()
    for format in ["svg", "png", "pdf", "dot", "json"] {
      let outcome = try Tool.run(
        "render", "Samples/expression.grad", "-o", scratch.file("g.\(format)"))
      #expect(outcome.code == 0 && outcome.errors.isEmpty)
      #expect(outcome.output.hasPrefix("g = 24.70408163265306\n"))
      #expect(outcome.output.contains("138.83381924198252"))
      #expect(outcome.output.contains("645.5772594752186"))
    }
    #expect(try scratch.files() == ["g.dot", "g.json", "g.pdf", "g.png", "g.svg"])
  }

  @Test("JSON holds the root and the values in shortest decimals") func json() throws {
    let outcome = try Tool.run("render", "-e", "a=2; b=-3; L = tanh(a*b + 1)", "--json")
    let document = try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
    #expect(document.root == "L" && document.values.map(\.name) == ["a", "b", "L"])
    #expect(document.values.map(\.data) == [2, -3, -0.9999092042625951])
    #expect(document.values[0].grad == -0.00054474969283142)
    #expect(outcome.output.contains("-0.9999092042625951"), "shortest decimals")
  }

  private struct Document: Decodable {
    struct Entry: Decodable {
      let name: String
      let data: Double
      let grad: Double
    }
    let root: String
    let values: [Entry]
  }

  @Test("reads standard input, sets numbers, chooses the root, writes to standard output")
  func streams() throws {
    let fromInput = try Tool.run("render", input: "a = 2\ny = a^2\nz = y + 1")
    #expect(fromInput.output.hasPrefix("z = 5.0\n"))
    let chosen = try Tool.run("render", "-", "--root", "y", "--set", "a=-3", input: "a=2;y=a^2;z=y")
    #expect(chosen.output.hasPrefix("y = 9.0\n"))
    let picture = try Tool.run("render", "-e", "a=2", "-o", "-", "--format", "svg")
    #expect(picture.output.hasPrefix("<svg") && picture.errors.contains("a = 2.0"))
  }

  @Test("inf and nan are no errors: they are drawn, and a warning names the first") func notFinite()
    throws
  {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      "render", "-e", "x=0; y = 1/x; z = log(-1)*y", "-o", scratch.file("n.svg"))
    #expect(outcome.code == 0 && outcome.output.hasPrefix("z = nan\n"))
    #expect(
      outcome.errors
        == "warning: y = 1/x is inf, the first value that is not finite: 1 is divided by 0\n")
  }

  @Test(
    "the first cause is named: the operation as it was written, its operands, and why",
    arguments: [
      ("a=-1; L = log(a)*2", "log(a) is nan", "log of a negative number, −1, is no real number"),
      ("x=812.3; L = exp(x) + 1", "exp(x) is inf", "exp(812.3) is larger than a double can be"),
      ("a=-4; L = sqrt(a)", "L = sqrt(a) is nan", "√ of a negative number, −4"),
      (
        "a=-8; L = a^0.5", "L = a^0.5 is nan", "a negative number, −8, to a power that is not whole"
      ),
      ("a=0; L = a^(-2)", "L = a^(-2) is inf", "0 to the power −2 is a division by 0"),
      ("a=1e200; L = a*a - 3", "a*a is inf", "1e200 × 1e200 is larger than a double can be"),
      (
        "x=0; L = sqrt(x*x)", "the gradient of x*x is inf",
        "in L = sqrt(x*x) √ of 0 has an infinite"
      ),
      (
        "x=1e-200; L = 1e200*log(x)", "the gradient of x is inf",
        "times the gradient 1e200 is larger"
      ),
    ])
  func firstCause(_ expression: String, _ finding: String, _ reason: String) throws {
    let outcome = try Tool.run("render", "-e", expression)
    #expect(outcome.code == 0)
    #expect(
      outcome.errors.contains(finding) && outcome.errors.contains(reason), "\(outcome.errors)")
  }

  @Test("what is not chosen has no effect, and a check that compares nothing fails")
  func nothingToCompare() throws {
    let chosen = try Tool.run("render", "-e", "x = 0; L = max(sqrt(x*x), 1e-10)")
    #expect(chosen.errors.isEmpty && chosen.output.contains("x       0.0   0.0"))
    let check = try Tool.run("gradcheck", "-e", "x = 0; L = relu(x)")
    #expect(check.code == 1 && check.errors.contains("no gradient could be compared"))
  }

  @Test(
    "wrong input: a message with the place, exit code 2, nothing written",
    arguments: [
      (["-e", "a=1; b = a + q"], "expression:1:14: error: q has no value; known here: a"),
      (["-e", "L = (2+3"], "expression:1:5: error: this bracket is never closed"),
      (["-e", "a = a + 1"], "expression:1:5: error: a is used before it has a value"),
      (["-e", ""], "expression:1:1: error: there is no expression here"),
      (["/dev/null"], "/dev/null:1:1: error: there is no expression here"),
      (["none.grad"], "none.grad: error: there is no such file"),
      (["Samples"], "Samples: error: this cannot be read as a file"),
      (["Output/none.svg", "-e", "a=1"], "error: give either an expression with -e or a file"),
      (["-e", "a=1", "--set", "b=3"], "--set b: error: b cannot be set"),
      (["-e", "a=1", "--set", "a=x"], "--set a=x: error: a setting reads name=number"),
      (["-e", "a=1", "--root", "z"], "--root z: error: there is no value z"),
      (["-e", "a=1", "-o", "a.bmp"], "a.bmp: error: the name should end in one of svg, png"),
      (["-e", "a=1", "-o", "-"], "error: -o - needs --format"),
      (["-e", "a=1", "--format", "gif"], "Error: The value 'gif' is invalid"),
      (["-e", "a=1", "--nonsense"], "Error: Unknown option '--nonsense'"),
    ])
  func wrongInput(_ arguments: [String], _ message: String) throws {
    let outcome = try Tool.run(Tool.path, ["render"] + arguments)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
  }

  @Test("ten megabytes of brackets, and text that is not UTF-8, are refused") func hostile() throws
  {
    let scratch = try Scratch()
    try Data(repeating: UInt8(ascii: "("), count: 10 << 20).write(to: scratch.url("a.grad"))
    let brackets = try Tool.run("render", scratch.file("a.grad"))
    #expect(brackets.code == 2 && brackets.errors.contains(":1:10001: error: more than 10000"))
    try Data([0x61, 0xFF, 0xFE]).write(to: scratch.url("b.grad"))
    #expect(try Tool.run("render", scratch.file("b.grad")).code == 2)
  }

  @Test("an output that cannot be written, a graph too large: exit code 1") func failures() throws {
    let unwritable = try Tool.run("render", "-e", "a=1", "-o", "/none/a.svg")
    #expect(unwritable.code == 1 && unwritable.errors.contains("/none/a.svg: error: cannot be"))
    let source = "x = 1; y = x" + String(repeating: "*x", count: 1_000)
    let scratch = try Scratch()
    let large = try Tool.run("render", "-o", scratch.file("a.svg"), input: source)
    #expect(large.code == 1 && large.errors.contains("too long to lay out"))
    #expect(try scratch.files().isEmpty)
  }
}
