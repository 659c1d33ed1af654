import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whatever a name is, it is drawn as it is, and nothing a library says comes through.
@Suite("Names of any text") struct NameTests {
  /// An experiment whose class, columns and title are a text.
  private static func project(_ name: String) throws -> Scratch {
    let scratch = try Scratch()
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    let rows = [name, "b", "c"].enumerated().map { "0.\($0.offset),0.5,\(quoted($0.element))" }
    let header = "\(quoted("x\(name)x")),y,class"
    try Data(([header] + rows + rows).joined(separator: "\n").utf8).write(to: scratch.url("t.csv"))
    let json = try JSONEncoder().encode([name, "x\(name)x"])
    let texts = try JSONDecoder().decode([String].self, from: json).map(yaml)
    try Data(
      """
      name: \(texts[0])
      data: {csv: t.csv, inputs: [\(texts[1]), y], label: class, split: [1, 0, 0]}
      model: {layers: [3, 3], activation: relu}
      loss: crossEntropy
      optimizer: {kind: sgd, learningRate: 0.05}
      steps: 2
      """.utf8
    ).write(to: scratch.url("t.yaml"))
    return scratch
  }

  private static func yaml(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.isASCII && scalar.value >= 0x20 && !"\"\\".unicodeScalars.contains(scalar)
        ? String(scalar) : "\\U" + String(format: "%08X", scalar.value)
    }
    return "\"\(scalars.joined())\""
  }

  private static let commands = [
    "render t.yaml --view neurons", "render t.yaml --view scalar", "render t.yaml --over data",
    "timeline t.yaml", "plot t.yaml --kind boundary", "plot t.yaml --kind firing",
    "animate t.yaml --frames 2",
  ]

  @Test(
    "each drawing takes it",
    arguments: [
      "\\Gamma", "C:\\New", "\\", "\u{1}", "\u{1B}[31m", "a\nb", "<b>&\"'", "ابجد", "\u{202E}abc",
      "👩🏽‍👩🏽‍👧🏽‍👦🏽", "|{}%n", "]]><!--", "e" + String(repeating: "\u{301}", count: 300),
      String(repeating: "x", count: 3_000),
    ])
  func drawn(_ name: String) throws {
    let scratch = try Self.project(name)
    for command in Self.commands {
      let outcome = try Tool.run(
        Tool.path, command.split(separator: " ").map(String.init) + ["-o", "o.svg"],
        in: scratch.path)
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(command): \(outcome.errors)")
      let svg = try Data(contentsOf: scratch.url("o.svg"))
      #expect(XMLParser(data: svg).parse(), "\(command)")
    }
  }

  @Test(
    "a backslash is drawn in every format", arguments: ["\\Gamma", "\\Eta", "C:\\New", "\\N\\L"])
  func backslash(_ name: String) throws {
    let scratch = try Self.project(name)
    for view in ["neurons", "scalar"] {
      for (format, shown) in [("svg", name), ("dot", name.replacing("\\", with: "\\\\"))] {
        let outcome = try Tool.run(
          "render", "t.yaml", "--view", view, "--answer", name, "--input", "0,0", "-o",
          "o.\(format)", in: scratch.path)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let text = try String(contentsOf: scratch.url("o.\(format)"), encoding: .utf8)
        #expect(text.contains(">x\(shown)x<"), "\(view) \(format)")
      }
    }
  }

  @Test("a graph whose names, scopes, symbols and activations cannot be seen is drawn")
  func invisible() throws {
    let scratch = try Scratch()
    for (name, words) in [("", "“”"), (" ", "“ "), ("\\u200b", "“\u{200B}”")] {
      try Data(
        """
        {"format": 1, "name": "\(name)", "root": 2, "nodes": [
        {"id": 0, "role": "input", "operation": "input", "symbol": "", "name": "\(name)",
        "scope": ["\(name)"], "operands": [], "derivatives": [], "data": 2, "gradient": 1},
        {"id": 1, "role": "parameter", "operation": "parameter", "symbol": "", "name": "\(name)",
        "scope": ["\(name)", "\(name)"], "operands": [], "derivatives": [], "data": -0.0,
        "gradient": 1},
        {"id": 2, "role": "root", "operation": "subtract", "symbol": "<\\\\G", "scope": [],
        "name": null, "operands": [0, 1], "derivatives": [1, -1], "data": 2, "gradient": 1}]}
        """.utf8
      ).write(to: scratch.url("v.json"))
      try Data(
        """
        {"format": 1, "name": "\(name)", "edges": [], "nodes": [
        {"id": 0, "kind": "neuron", "column": 0, "name": "\(name)", "label": "\(name)",
        "activation": "\(name)", "preactivation": {"value": 1, "lowest": 1, "highest": 1},
        "output": {"value": 1, "lowest": 1, "highest": 1}, "isTarget": false, "fires": "nan",
        "verdict": "active", "holds": []}]}
        """.utf8
      ).write(to: scratch.url("n.json"))
      for file in ["v", "n"] {
        let outcome = try Tool.run("render", "\(file).json", "-o", "o.svg", in: scratch.path)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let svg = try String(contentsOf: scratch.url("o.svg"), encoding: .utf8)
        #expect(svg.contains(">\(words)"), "\(file) \(name)")
      }
    }
  }
}
