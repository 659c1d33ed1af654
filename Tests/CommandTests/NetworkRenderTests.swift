import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("graphgrad render of networks") struct NetworkRenderTests {
  private func svg(_ arguments: String...) throws -> String {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      Tool.path, ["render"] + arguments + ["-o", scratch.file("x.svg")])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try String(contentsOf: scratch.url("x.svg"), encoding: .utf8)
  }

  private func classes(_ svg: String) -> [String: String] {
    let groups = svg.matches(of: /<g id="([^"]*)" class="([^"]*)"/)
    #expect(Set(groups.map(\.output.1)).count == groups.count, "an id is used twice")
    return Dictionary(
      groups.map { (String($0.output.1), String($0.output.2)) }, uniquingKeysWith: { $1 })
  }

  @Test("for Michael Jordan the neuron adds basketball; for Michael Phelps its column adds nothing")
  func basketball() throws {
    let (jordan, phelps) = try (
      svg("Samples/basketball.yaml"), svg("Samples/basketball.yaml", "--example", "2")
    )
    let (on, off) = (classes(jordan), classes(phelps))
    #expect(on["g_n3"]?.contains("active") == true && off["g_n3"]?.contains("silent") == true)
    let column = jordan.matches(of: /id="(g_e\d+)" class="[^"]*"><title>layer1\/neuron1 →\s/)
      .map { String($0.output.1) }
    #expect(column.count == 3)
    let lit = column.compactMap { on[$0] }.sorted()
    #expect(lit == ["edge none", "edge none", "edge plus"])
    #expect(column.allSatisfy { off[$0] == "edge none" })
  }

  @Test("inputs of one's own, the whole set, one neuron and single values can be drawn")
  func subjects() throws {
    let own = try svg("Samples/points.yaml", "--input", "-0.5,0.2", "--answer", "left")
    #expect(own.contains("x = −0.5, y = 0.2 → left"))
    #expect(try svg("Samples/points.yaml", "--input", "3,-1").contains("right (predicted)"))
    #expect(try svg("Samples/points.yaml", "--over", "data").contains("over 12 training examples"))
    let focus = try svg("Samples/points.yaml", "--focus", "layer1/neuron2")
    #expect(focus.contains("neuron 2 · ● active") && focus.contains("∂loss/∂value"))
    let values = try svg("Samples/points.yaml", "--view", "scalar")
    #expect(values.contains("neuron 1 · ○ off here") && values.contains("0 (input 0)"))
  }

  @Test("names of people, classes and columns stay text") func names() throws {
    let scratch = try Scratch()
    try "\"<b>\",\"y & \"\"z\"\"\",class,who\n1,2,<script>,a\n2,1,\"b&\",😀\n".write(
      to: scratch.url("d.csv"), atomically: true, encoding: .utf8)
    try """
    data: {csv: d.csv, inputs: ['<b>', 'y & "z"'], label: class, name: who, split: [1, 0, 0]}
    model: {layers: [2, 2]}
    loss: crossEntropy
    optimizer: {learningRate: 0.1}
    steps: 1
    """.write(to: scratch.url("e.yaml"), atomically: true, encoding: .utf8)
    let text = try svg(scratch.file("e.yaml"))
    #expect(!text.contains("<script") && text.contains("&lt;script&gt;"))
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }

  @Test(
    "wrong input: a message and exit code 2",
    arguments: [
      (["Samples/points.yaml", "--example", "99"], "--example: error: this is 99"),
      (["Samples/points.yaml", "--input", "1"], "--input: error: this is 1 numbers"),
      (["Samples/points.yaml", "--input", "1,2", "--answer", "up"], "one of left, right"),
      (["Samples/points.yaml", "--over", "data", "--example", "1"], "do not go together"),
      (["Samples/points.yaml", "--focus", "x"], "--focus x: error: there is no such neuron"),
      (["-e", "a = 1", "--example", "1"], "go with experiments"),
    ])
  func mistakes(_ arguments: [String], _ message: String) throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      Tool.path, ["render"] + arguments + ["-o", scratch.file("x.svg")])
    #expect(outcome.code == 2 && outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try scratch.files().isEmpty)
  }
}
