import Foundation
import Testing

@Suite("Graphs from JSON") struct GraphFileTests {
  @Test(
    "what -o wrote as JSON is drawn from it as from the source",
    arguments: [
      ["Samples/expression.grad"], ["Samples/points.yaml"],
      ["Samples/points.yaml", "--view", "scalar"],
      ["-e", "x=0; y = 1/x; z = log(-1)*y"], ["Samples/points.yaml", "--over", "data"],
      ["Samples/points.yaml", "--focus", "layer1/neuron2"],
    ])
  func roundTrip(_ arguments: [String]) throws {
    let scratch = try Scratch()
    func render(_ more: [String]) throws -> Tool.Outcome {
      let outcome = try Tool.run(Tool.path, ["render"] + more)
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome
    }
    let (first, second) = (scratch.file("1.json"), scratch.file("2.json"))
    _ = try render(arguments + ["-o", first])
    _ = try render([first, "-o", second])
    #expect(try Data(contentsOf: scratch.url("1.json")) == Data(contentsOf: scratch.url("2.json")))
    for (source, picture) in [(arguments, "1.svg"), ([first], "2.svg")] {
      _ = try render(source + ["-o", scratch.file(picture)])
    }
    func sentences(_ name: String) throws -> [String] {
      try String(contentsOf: scratch.url(name), encoding: .utf8)
        .matches(of: /<title>([^<]+)</).map { String($0.output.1) }.sorted()
    }
    // Sums are folded in the drawing of a network alone.
    let (drawn, again) = (try sentences("1.svg"), try sentences("2.svg"))
    #expect(
      arguments.contains("scalar") || arguments.contains("--focus")
        ? again.count >= drawn.count : again == drawn)
    #expect(!again.isEmpty)
  }

  private static let leaf =
    #"{"id":0,"role":"input","operation":"input","symbol":"","name":"a","scope":[],"operands":[],"#
    + #""derivatives":[],"data":2,"gradient":4}"#

  private static func graph(_ node: String, root: Int = 1, format: Int = 1) -> String {
    "{\"format\":\(format),\"name\":\"g\",\"root\":\(root),\"nodes\":[\n\(leaf),\n\(node)]}"
  }

  private static func node(
    id: Int = 1, role: String = "root", operation: String = "multiply", operands: String = "[0,0]",
    derivatives: String = "[2,2]", data: String = "4"
  ) -> String {
    "{\"id\":\(id),\"role\":\"\(role)\",\"operation\":\"\(operation)\",\"symbol\":\"×\",\"scope\":[],"
      + "\"operands\":\(operands),\"derivatives\":\(derivatives),\"data\":\(data),\"gradient\":1}"
  }

  @Test("names of any kind, unknown operations and numbers that are none are drawn") func odd()
    throws
  {
    let scratch = try Scratch()
    for text in [
      Self.graph(Self.node()),
      Self.graph(Self.node(operation: "a <b> & \\\"c\\\"\\n🙂", data: "\"nan\"")),
      "{\"format\":1,\"name\":\"\",\"root\":0,\"nodes\":[\(Self.leaf)]}",
    ] {
      try Data(text.utf8).write(to: scratch.url("g.json"))
      let outcome = try Tool.run("render", scratch.file("g.json"), "-o", scratch.file("g.svg"))
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
  }

  @Test(
    "what is no graph: a message with the place, exit code 2",
    arguments: [
      ("", ":1:1: error: a value should be here"),
      ("{\"name\":1,}", ":1:11: error: a key in quotes"),
      ("[]", ":1:1: error: the graph should be another kind of value"),
      (
        "{\"format\":1,\"name\":\"g\",\"root\":0}", ":1:1: error: the graph lacks the key \"nodes\""
      ),
      (
        "{\"format\":1,\"name\":\"g\",\"root\":0,\"nodes\":[]}",
        ":1:41: error: nodes: there are no nodes"
      ),
      (graph(node(), format: 2), ":1:11: error: format: this is version 2"),
      (graph(node(), root: 5), ":1:31: error: root: there is no node 5 here; it should be 0 to 1"),
      (
        graph(node(id: 3)), ":3:7: error: nodes[1].id: a node's id is its place in the list, here 1"
      ),
      (graph(node(operands: "[0,1]")), "error: nodes[1].operands[1]: there is no node 1 here"),
      (graph(node(operands: "[0,-1]")), "error: nodes[1].operands[1]: there is no node -1 here"),
      (
        graph(node(operands: "[0]", derivatives: "[2]")),
        "error: nodes[1].operands: multiply takes 2"
      ),
      (graph(node(derivatives: "[2]")), "error: nodes[1].derivatives: there are 1 of them, and 2"),
      (graph(node(role: "king")), ":3:16: error: nodes[1].role should be another kind of value"),
      (graph(node(data: "\"x\"")), "error: nodes[1].data should be another kind of value"),
      (graph(node(data: "1e999")), ":1:1: error: the graph should be another kind of value"),
      (graph("{\"id\":1}"), ":3:1: error: nodes[1] lacks the key"),
      (String(repeating: "[", count: 100_000), ":1:65: error: nested deeper than 64 levels"),
      ("{\"edges\":[]}", ":1:1: error: the graph lacks the key"),
    ])
  func mistakes(_ text: String, _ message: String) throws {
    let scratch = try Scratch()
    try Data(text.utf8).write(to: scratch.url("g.json"))
    let outcome = try Tool.run("render", "g.json", "-o", "g.svg", in: scratch.path)
    #expect(outcome.code == 2 && outcome.errors.hasPrefix("g.json:"), "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try scratch.files() == ["g.json"])
  }

  @Test("networks with columns, shares or edges that cannot be") func networks() throws {
    let scratch = try Scratch()
    _ = try Tool.run("render", "Samples/points.yaml", "-o", scratch.file("n.json"))
    let text = try String(contentsOf: scratch.url("n.json"), encoding: .utf8)
    for (pattern, replacement, message) in [
      ("\"column\" : 2", "\"column\" : 9", "columns are counted from 0 without a gap"),
      ("\"column\" : 1", "\"column\" : -1", "columns are counted from 0"),
      ("\"source\" : 0", "\"source\" : 99", "there is no node 99 here"),
      ("\"source\" : 0", "\"source\" : 6", "an edge goes from a column to a later one"),
      ("\"fires\" : 0.", "\"fires\" : 7.", "is not from 0 to 1"),
      ("\"kind\" : \"loss\"", "\"kind\" : \"x\"", "should be another kind of value"),
    ] {
      #expect(text.contains(pattern))
      try text.replacing(pattern, with: replacement)
        .write(to: scratch.url("m.json"), atomically: true, encoding: .utf8)
      let outcome = try Tool.run("render", scratch.file("m.json"), "-o", scratch.file("m.svg"))
      #expect(outcome.code == 2 && outcome.errors.contains(message), "\(outcome.errors)")
    }
  }

  private static let hasMicrograd: Bool = {
    let outcome = try? Tool.run("/bin/sh", ["-c", "python3 -c 'import micrograd.engine'"])
    return outcome?.code == 0
  }()

  @Test("micrograd's own graph comes with its published numbers", .enabled(if: hasMicrograd))
  func micrograd() throws {
    let scratch = try Scratch()
    let program = """
      import sys; sys.path.insert(0, "\(Tool.top.appendingPathComponent("Samples").path)")
      sys.dont_write_bytecode = True
      from micrograd.engine import Value
      from micrograd_export import write
      a = Value(-4.0); b = Value(2.0)
      c = a + b; d = a * b + b**3
      c += c + 1; c += 1 + c + (-a)
      d += d * 2 + (b + a).relu(); d += 3 * d + (b - a).relu()
      f = (c - d)**2
      g = f / 2.0; g += 10.0 / f
      write(g, "g.json", inputs={"a": a, "b": b}, name="g")
      s = Value(3.0); write(s * s + s, "s.json", parameters={"s": s})
      """
    try Data(program.utf8).write(to: scratch.url("p.py"))
    let python = try Tool.run("/bin/sh", ["-c", "python3 p.py"], in: scratch.path)
    #expect(python.code == 0, "\(python.errors)")
    for name in ["g", "s"] {
      let outcome = try Tool.run("render", "\(name).json", "-o", "\(name).svg", in: scratch.path)
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }
    let svg = try String(contentsOf: scratch.url("g.svg"), encoding: .utf8)
    #expect(svg.contains("data 24.70408163265306"))
    #expect(svg.contains("gradient 138.8338192419825") && svg.contains("gradient 645.577259475218"))
    let square = try String(contentsOf: scratch.url("s.svg"), encoding: .utf8)
    #expect(square.contains("s, parameter, data 3.0, gradient 7.0"))
    #expect(
      square.contains("id=\"g_e1_0\"") && square.contains("id=\"g_e1_1\""), "s * s has two edges")
  }

  @Test(
    "plain dot reads our DOT",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")))
  func dot() throws {
    let scratch = try Scratch()
    for arguments in [["Samples/expression.grad"], ["Samples/points.yaml"]] {
      _ = try Tool.run(Tool.path, ["render"] + arguments + ["-o", scratch.file("g.dot")])
      let outcome = try Tool.run(
        "/usr/bin/dot", ["-Knop2", "-Tsvg", "-o", scratch.file("g.svg"), scratch.file("g.dot")])
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }
  }
}
