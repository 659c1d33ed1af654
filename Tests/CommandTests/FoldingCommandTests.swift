import Foundation
import Testing

@Suite("folded views from the command line") struct FoldingCommandTests {
  private static let large = [
    "Samples/moons.yaml", "--set", "steps=1", "--set", "model.layers=[32,32,1]",
  ]

  @Test("too many values are folded by themselves, with a line that says so") func automatic()
    throws
  {
    let scratch = try Scratch()
    let path = scratch.file("a.svg")
    let outcome = try Tool.run(
      Tool.path, ["render"] + Self.large + ["--view", "scalar", "-o", path])
    #expect(outcome.code == 0)
    #expect(outcome.errors.hasPrefix("folded 3497 values into 73 boxes, scopes at depth 2: "))
    let picture = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(picture.contains("folded: 73 boxes for 3497 values"))
    #expect(picture.matches(of: /class="node group/).count == 65)
  }

  @Test("--depth and --expand choose what is open") func chosen() throws {
    let scratch = try Scratch()
    func groups(_ options: String...) throws -> Int {
      let outcome = try Tool.run(
        Tool.path,
        ["render", "Samples/yinyang.yaml", "--set", "steps=1", "-o", scratch.file("a.svg")]
          + options)
      #expect(outcome.code == 0, "\(outcome.errors)")
      return try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
        .matches(of: /class="node group/).count
    }
    #expect(try groups("--depth", "1") == 3)
    #expect(try groups("--depth", "2") == 11)
    #expect(try groups("--depth", "1", "--expand", "layer1") == 10)
    #expect(try groups("--depth", "1", "--expand", "layer1/neuron3") == 9)
    #expect(try groups("--depth", "all") == 0)
  }

  @Test("folded neurons stand in the order of their numbers", arguments: 1...2)
  func order(_ layer: Int) throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      Tool.path,
      ["render", "Samples/moons.yaml", "--set", "steps=1", "--set", "model.layers=[16,16,1]"]
        + ["--depth", "2", "-o", scratch.file("a.svg")])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let picture = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    let box = #/<title>layer ([0-9]+) · neuron ([0-9]+), [^<]*<\/title><path d="M[^,]*,(-?[0-9.]+)/#
    let places = picture.matches(of: box).filter { Int($0.1) == layer }.map { match in
      (number: Int(match.2) ?? 0, y: Double(match.3) ?? 0)
    }
    #expect(places.sorted { $0.y < $1.y }.map(\.number) == Array(1...16))
  }

  @Test("a depth that does not fit is folded further, with a line that says so")
  func tooDeep() throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      Tool.path,
      ["render", "Samples/yinyang.yaml", "--set", "steps=1", "--depth", "7", "--max-size", "100"]
        + ["-o", scratch.file("a.svg")])
    #expect(outcome.code == 0)
    #expect(
      outcome.errors.hasPrefix("folded 151 values into 23 boxes, scopes at depth 2 instead of 7: "),
      "\(outcome.errors)")
    let picture = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(picture.contains("folded: 23 boxes for 151 values"))
  }

  @Test("too large a view of neurons becomes that of values, with a line that says so")
  func neurons() throws {
    let scratch = try Scratch()
    func render(_ options: String...) throws -> Tool.Outcome {
      try Tool.run(
        Tool.path,
        ["render", "Samples/yinyang.yaml", "--set", "steps=1", "--max-size", "40"] + options)
    }
    let outcome = try render("--view", "neurons", "-o", scratch.file("a.svg"))
    #expect(outcome.code == 0)
    // Two inputs, eleven neurons and the loss, with 2·8 + 8·3 + 3 lines.
    #expect(
      outcome.errors.hasPrefix(
        "the view of neurons would have 57 boxes and lines, over the limit of 40"),
      "\(outcome.errors)")
    let picture = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(picture.contains("class=\"node group"))
    let data = try render("--over", "data", "-o", scratch.file("b.svg"))
    #expect(data.code == 1 && data.errors.contains("a size of 57, over the limit of 40"))
    let json = try render("-o", scratch.file("c.json"))
    #expect(json.code == 0 && json.errors.isEmpty)
    #expect(try scratch.files() == ["a.svg", "c.json"])
  }

  @Test(
    "what does not fit is refused",
    arguments: [
      (["--depth", "0"], "Error: The value '0' is invalid for '--depth <depth>'"),
      (
        ["--depth", "1", "--view", "neurons"], "error: --depth and --expand fold the view of values"
      ),
      (["--depth", "1", "--over", "data"], "error: --depth and --expand fold the view of values"),
    ])
  func refused(_ options: [String], _ message: String) throws {
    let scratch = try Scratch()
    let path = scratch.file("a.svg")
    let outcome = try Tool.run(
      Tool.path, ["render", "Samples/points.yaml", "--set", "steps=1", "-o", path] + options)
    #expect(outcome.code == 2 && outcome.errors.hasPrefix(message), "\(outcome.errors)")
    let unknown = try Tool.run("render", "Samples/points.yaml", "--expand", "layer9", "-o", path)
    #expect(unknown.code == 1)
    #expect(unknown.errors.contains("no such scope; there are layer1, layer2, loss"))
    #expect(try scratch.files().isEmpty)
  }

  @Test("frames of folded scopes stand still, and a folded scope cannot be read back")
  func frames() throws {
    let scratch = try Scratch()
    let trained = try Tool.run(
      "train", "Samples/points.yaml", "--set", "steps=2", "--depth", "1", "--quiet", "-o",
      scratch.file("frames"))
    #expect(trained.code == 0, "\(trained.errors)")
    let paths = try ["step-1", "step-2"].map { name in
      try String(contentsOf: scratch.url("frames/\(name).svg"), encoding: .utf8)
        .matches(of: #/ d="[^"]*"/#).map { String($0.output) }
    }
    #expect(paths[0] == paths[1] && !paths[0].isEmpty)
    let inside = try Tool.run(
      "frames", scratch.file("frames/run.gradrec"), "--inside", "1", "--depth", "1", "-o",
      scratch.file("inside"))
    #expect(inside.code == 2 && inside.errors.contains("--inside 1: error: this draws every value"))
    let node =
      #"{"id":0,"role":"group","operation":"","symbol":"","scope":[],"operands":[],"#
      + #""derivatives":[],"data":1}"#
    try Data(#"{"format":1,"name":"n","root":0,"nodes":[\#(node)]}"#.utf8)
      .write(to: scratch.url("g.json"))
    let read = try Tool.run("render", scratch.file("g.json"), "-o", scratch.file("g.svg"))
    #expect(read.code == 2 && read.errors.contains("a folded scope is drawn, not read"))
  }
}
