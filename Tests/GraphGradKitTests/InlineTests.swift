import GraphGradKit
import Testing

@Suite("SVG inside a page") struct InlineTests {
  /// Drawings of every kind, of values with names that are markup elsewhere.
  static func drawings() throws -> [[UInt8]] {
    try Tape.recording {
      let a = Value(2, named: "</style><script>alert(1)</script>")
      let b = Value(0, named: "\" id=\"x\" class=\"y\" & 'b' 🙂\n.c{}")
      let loss = (a * b + a).relu().named("loss")
      let graph = loss.graph()
      let moments = graph.moments(by: .operation).map {
        (network: NetworkPicture.values($0, foldsSums: false), caption: Caption(title: "<i>"))
      }
      var history = FiringHistory(names: ["layer1/neuron1", "<b>"])
      history.add(step: 1, loss: 1, fires: [0.5, 1])
      history.add(step: 2, loss: 0.5, fires: [0, 1])
      history.add(step: nil, loss: .nan, fires: [0, 0.25])
      let network = NeuronGraph(
        name: "n", exampleCount: nil,
        nodes: [
          NeuronNode(id: 0, kind: .input, column: 0, name: "x", label: "x", output: .init(1)),
          NeuronNode(id: 1, kind: .output, column: 1, name: "y", label: "y", output: .init(-2)),
        ],
        edges: [NeuronEdge(source: 0, target: 1, weight: -2, contribution: -2, isZero: false)])
      return [
        try Drawing(graph).picture(.svg),
        try Drawing(Diagram(network, caption: Caption(title: "&"))).picture(.svg),
        try Drawing(Diagram(history, caption: Caption(title: "t"))).picture(.svg),
        try moments[0].network.drawing(caption: moments[0].caption).animation(
          moments, framesPerSecond: 2),
        try Drawing(graph.changes(from: graph, named: "step 1")).picture(.svg),
      ]
    }
  }

  @Test("five drawings on a page: every name starts with its drawing's prefix, none is there twice")
  func names() throws {
    var ids: [String] = []
    for (place, drawing) in try Self.drawings().enumerated() {
      let prefix = "p\(place)-"
      let inline = InlineSVG.make(drawing, prefix: "p\(place)")
      let (before, after) = (try #require(SVGReader(drawing)), try #require(SVGReader(inline)))
      #expect(after.ids == before.ids.map { prefix + $0 } && !after.ids.isEmpty)
      #expect(after.texts == before.texts && after.shapes == before.shapes)
      ids += after.ids
      let text = String(decoding: inline, as: UTF8.self)
      #expect(!text.contains("<script") && !text.contains("<?xml") && !text.contains("<!DOCTYPE"))
      for match in text.matches(of: /\ class="([^"]*)"/) {
        #expect(match.output.1.split(separator: " ").allSatisfy { $0.hasPrefix(prefix) })
      }
      for match in text.matches(of: /\ href="#([^"]*)"/) {
        #expect(after.ids.contains(String(match.output.1)))
      }
      try checkSheet(text, prefix)
    }
    #expect(Set(ids).count == ids.count)
  }

  private func checkSheet(_ svg: String, _ prefix: String) throws {
    let start = try #require(svg.firstRange(of: "<style>")).upperBound
    let end = try #require(svg.firstRange(of: "</style>")).lowerBound
    let sheet = svg[start..<end]
    for match in sheet.matches(of: /\.([A-Za-z][^ ,.{>]*)/) {
      #expect(match.output.1.hasPrefix(prefix), "\(match.output.0)")
    }
    for match in sheet.matches(of: /(?:@keyframes |animation-name:)([^{};]+)/) {
      #expect(match.output.1.hasPrefix(prefix))
    }
    for match in sheet.matches(of: /(?:^|\}|\{)([^{}@]+)\{/) where !match.output.1.contains("%") {
      for selector in match.output.1.split(separator: ",") {
        #expect(selector.hasPrefix(".\(prefix)"), "a rule for the whole page: \(selector)")
      }
    }
  }

  @Test("a prefix is made of any name") func prefixes() {
    #expect(InlineSVG.prefix(from: "points") == "points")
    #expect(InlineSVG.prefix(from: "my net (2)") == "my-net--2-")
    #expect(InlineSVG.prefix(from: "3 <b>") == "g3--b-")
    #expect(InlineSVG.prefix(from: "") == "g" && InlineSVG.prefix(from: "日本") == "g--")
    for text in ["", "1a", "-a", "a b", "é", "a.b", "a\"b", "ſ"] {
      #expect(!InlineSVG.isPrefix(text), "\(text)")
    }
  }
}
