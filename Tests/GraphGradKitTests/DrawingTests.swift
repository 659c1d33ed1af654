import Foundation
import GraphGradKit
import Testing

private func graph(_ source: String) throws -> Graph {
  try Tape.recording { try ScalarExpression(source).record().root.graph() }
}

@Suite("Drawings") struct DrawingTests {
  private static let yinYang = """
    data: {kind: yinyang}
    model: {layers: [4, 3], activation: relu}
    loss: crossEntropy
    optimizer: {kind: adamw, learningRate: 0.1}
    steps: 30
    view: {input: [0.5, -0.2], label: 1}
    """

  @Test("a frame of another graph's layout is a full render of its own, byte for byte")
  func splice() throws {
    // Without scopes: libgvc lays clusters out differently the second time in a process.
    let first = try graph("a = 2; b = 0; L = relu(a*b - 1)*b + exp(a)/b")
    let second = try graph("a = -1e-7; b = 1234.5; L = relu(a*b - 1)*b + exp(a)/b")
    // Room for the sentence about the first graph's numbers, which are not finite.
    let room = String(repeating: "wide ", count: 40)
    let caption = Caption(title: "t", detail: "one", widestDetail: room)
    let spliced = try Drawing(first, caption: caption).picture(.svg, of: second, caption: caption)
    #expect(try spliced == Drawing(second, caption: caption).picture(.svg))
  }

  @Test(
    "no box moves between the frames of a run, and each says what a full render says",
    arguments: ViewDescription.Kind.allCases)
  func frames(_ kind: ViewDescription.Kind) throws {
    var trainer = try Trainer(Experiment(yaml: Self.yinYang))
    var view = trainer.view
    view.kind = kind
    var drawing: Drawing?
    var shapes: [String]?
    while let step = trainer.next() {
      let state = NetworkState(step)
      let network = try trainer.picture(of: state, view)
      let caption = trainer.caption(of: state, view)
      let kept = try drawing ?? network.drawing(caption: caption)
      drawing = kept
      let frame = try kept.picture(.svg, of: network, caption: caption)
      let svg = try #require(SVGReader(frame))
      #expect(shapes == nil || shapes == svg.shapes, "positions are the same in every frame")
      shapes = svg.shapes
      if step.number == 1 || step.number == 30 {
        let fresh = try network.drawing(caption: caption).picture(.svg)
        let reread = try #require(SVGReader(fresh))
        #expect(reread.texts.sorted() == svg.texts.sorted())
        #expect(reread.classes == svg.classes)
      }
    }
  }

  @Test("the numbers drawn are those of the drawn graph: one example, one step") func numbers()
    throws
  {
    var trainer = try Trainer(Experiment(yaml: Self.yinYang))
    _ = trainer.next()
    let second = trainer.next()
    let step = try #require(second)
    let graph = try trainer.graph(of: trainer.probe.example, step.parameters)
    let check = GradientCheck(trainer.replay(trainer.probe.example, step.parameters))
    #expect((check.worst?.error ?? 1) < 1e-7)
    let drawing = try Drawing(graph, caption: trainer.caption(of: NetworkState(step), trainer.view))
    let svg = try #require(SVGReader(drawing.picture(.svg)))
    for node in graph.nodes where node.role != .constant {
      #expect(svg.texts.contains(NumberFormat.text(for: node.data)))
      #expect(svg.texts.contains(NumberFormat.text(for: try #require(node.gradient))))
      let classes = try #require(svg.classes["g_n\(node.id)"]).split(separator: " ")
      #expect(classes.contains("zero") == (node.data == 0))
      #expect(classes.contains("nograd") == (node.gradient == 0))
      #expect(classes.contains(Substring(node.role.rawValue)))
    }
    #expect(Set(svg.ids).count == svg.ids.count)
  }

  @Test("nasty names stay text in every format") func names() throws {
    let name = "<script>\"a\" & 'b'</script>\n\\N \u{1} 🙂"
    let graph = Tape.recording { (Value(1, named: name) * 2).named(name).graph() }
    let svg = try #require(SVGReader(graph.bytes(.svg)))
    #expect(svg.texts.contains { $0.contains("<script>\"a\"") && $0.contains("🙂") })
    #expect(!String(decoding: try graph.bytes(.svg), as: UTF8.self).contains("<script"))
    for format in [GraphFormat.png, .pdf, .dot, .json] {
      #expect(try !graph.bytes(format).isEmpty)
    }
    let read = try JSONDecoder().decode(Graph.self, from: Data(graph.bytes(.json)))
    #expect(read == graph)
  }

  @Test(
    "no name is too strange to draw",
    arguments: [
      "", " ", "   ", "\u{0}", "\u{200B}", "\u{A0}", "e\u{301}", "👩‍👩‍👧‍👦", "a:b", "<b>", "&amp;", "--",
      "\\",
      "مرحبا", "\u{202E}abc", "\u{FFFE}", "\r\n", "–→·", String(repeating: "long ", count: 20_000),
    ])
  func strangeNames(_ name: String) throws {
    let graph = Tape.recording {
      Tape.scope(name) { (Value(0.5, named: name).exp().named(name) * 2).named(name).graph() }
    }
    let svg = try #require(
      SVGReader(graph.bytes(.svg, caption: Caption(title: name, detail: name))))
    #expect(svg.texts.contains("0.5000"))
    #expect(try !graph.bytes(.png).isEmpty)
  }

  @Test("one value alone, and values that are not finite, are drawn") func edges() throws {
    #expect(try SVGReader(graph("x = 2").bytes(.svg))?.classes["g_n0"] == "node root")
    let broken = try graph("x = 0; y = 1/x; z = log(-1)*y")
    #expect(broken.firstNonFinite?.name == "y")
    let svg = try #require(SVGReader(broken.bytes(.svg)))
    #expect(svg.texts.contains("nan") && svg.texts.contains("inf"))
    #expect(
      svg.texts.contains { $0.contains("not finite first: y = 1/x is inf: 1 is divided by 0") })
    #expect(svg.classes.values.filter { $0.contains("origin") }.count == 1)
    let json = String(decoding: try broken.bytes(.json), as: UTF8.self)
    #expect(json.contains("\"nan\"") && json.contains("\"inf\""))
  }

  @Test("thousands of values are drawn, too many are refused before they take long") func size()
    throws
  {
    let long = "x = 1; y = x" + String(repeating: " + 1", count: 2_000)
    #expect(try !graph(long).bytes(.svg).isEmpty)
    let wide = "x = 1; y = x" + String(repeating: "*x", count: 1_000)
    #expect(throws: DrawingError.tooLarge(boxes: 1_001, size: 500_501, limit: 20_000)) {
      try graph(wide).bytes(.svg)
    }
  }

  @Test("the same input gives the same bytes") func determinism() throws {
    let source = "a = 2; b = -3; L = tanh(a*b + 1)"
    #expect(try graph(source).bytes(.svg) == graph(source).bytes(.svg))
  }

  @Test("a file is written whole or not at all") func files() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/graphgrad-\(UUID().uuidString)"
    try OutputFile.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Tape.recording { try (Value(2, named: "a") * 3).write(to: folder + "/a.svg") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.svg"])
    #expect(throws: OutputError.self) { try OutputFile.write([1], to: folder + "/none/a.svg") }
    #expect(throws: OutputError.self) { try OutputFile.write([1], to: folder) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.svg"])
    #expect(throws: OutputError.self) { try Tape.recording { try Value(2).write(to: "a.bmp") } }
  }

  @Test("the caption that is given is what is seen, in every format") func captions() throws {
    let values = try graph("a = 2; b = a * 3; c = tanh(b)")
    let drawing = try Drawing(values, caption: Caption(title: "step 1"))
    func svg(_ caption: Caption) throws -> String {
      String(
        decoding: try drawing.picture(.svg, of: values, caption: caption), as: UTF8.self)
    }
    for caption in [
      Caption(title: "step 1"), Caption(title: "another step", detail: "loss 0.5"),
      Caption(title: "step 1", detail: "loss 0.25"), Caption(title: "third"),
    ] {
      let text = try svg(caption)
      #expect(text.contains(">\(caption.title)</text>"))
      #expect(caption.detail.isEmpty || text.contains(">\(caption.detail)</text>"))
      #expect(text.contains(">another step</text>") == (caption.title == "another step"))
      #expect(text.components(separatedBy: "class=\"node").count == 4)
      let (one, other) = try (
        drawing.picture(.png, of: values, caption: caption),
        drawing.picture(.png, of: values, caption: Caption(title: "none of these"))
      )
      #expect(one != other)
    }
    #expect(
      try svg(Caption(title: "step 1")) == String(decoding: drawing.picture(.svg), as: UTF8.self))
  }
}
