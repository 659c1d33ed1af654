import Foundation
import Testing

@Suite("kernels and examples as pictures") struct SheetCommandTests {
  /// Two convolutions, in each of which a filter dies at this learning rate.
  private static let yaml = """
    name: reads
    seed: 3
    data: {kind: digits, count: 40, split: [0.75, 0, 0.25]}
    model: {kind: cnn, layers: [{convolution: {filters: 4, size: 3}}, {maxPool: 2},
      {convolution: {filters: 3, size: 2}}, {dense: 10}]}
    loss: crossEntropy
    optimizer: {kind: adam, learningRate: 0.05}
    steps: 25
    """

  private static func experiment(in scratch: Scratch) throws -> String {
    try Data(yaml.utf8).write(to: scratch.url("reads.yaml"))
    return scratch.file("reads.yaml")
  }

  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("the kernels drawn are the network's parameters, and so are those of the table")
  func kernels() throws {
    let scratch = try Scratch()
    let file = try Self.experiment(in: scratch)
    let plotted = try Tool.run(
      "plot", file, "--kind", "kernels", "--csv", "-", "-o", scratch.file("a.svg"))
    #expect(plotted.code == 0, "\(plotted.errors)")
    let weights = try Tool.run("plot", file, "--kind", "weights", "--csv", "-")
    let known = Dictionary(
      uniqueKeysWithValues: Self.rows(weights.output).map { ("\($0[1])/\($0[2])/\($0[3])", $0[4]) })
    let table = Self.rows(plotted.output)
    #expect(table.count == 4 * (9 + 1) + 3 * (4 * 4 + 1))
    let picture = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    for row in table {
      let (layer, filter) = (row[1], row[2])
      guard let channel = Int(row[4]), let line = Int(row[5]), let column = Int(row[6]) else {
        #expect(row[7] == known["\(layer)/\(filter)/b"])
        continue
      }
      let side = layer == "convolution1" ? 3 : 2
      let number = (channel - 1) * side * side + (line - 1) * side + column
      #expect(row[7] == known["\(layer)/\(filter)/w\(number)"])
      let source = layer == "convolution1" ? "channel" : "filter"
      #expect(
        picture.contains(
          "<title>\(layer) \(filter), \(source) \(channel), row \(line), column \(column): \(row[7])<"
        ))
    }
  }

  @Test("the verdicts below the kernels are those of the neurons, with the step of a death")
  func verdicts() throws {
    let scratch = try Scratch()
    let file = try Self.experiment(in: scratch)
    let plotted = try Tool.run(
      "plot", file, "--kind", "kernels", "--csv", "-", "-o", scratch.file("a.svg"))
    let neurons = try Tool.run("neurons", file, "--format", "csv")
    let drawn = Dictionary(
      Self.rows(plotted.output).map { ("\($0[1])/\($0[2])", $0[3]) },
      uniquingKeysWith: { first, _ in first })
    let judged = neurons.output.matches(
      of: /(convolution[0-9]\/filter[0-9]),.*?,(active|dead)[,\n]/
    )
    .map { (String($0.1), String($0.2)) }
    #expect(judged.count == 7 && Dictionary(uniqueKeysWithValues: judged) == drawn)
    #expect(drawn.values.contains("dead") && drawn.values.contains("active"))
    let picture = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    let deaths = neurons.output.matches(of: /dead( since step [0-9]+| from the start)/)
    #expect(!deaths.isEmpty)
    for death in deaths { #expect(picture.contains("× dead\(death.1)<")) }
    #expect(picture.matches(of: /× dead/).count == deaths.count)
  }

  @Test("the examples are the test pictures, the wrong ones first and in a frame") func examples()
    throws
  {
    let scratch = try Scratch()
    let file = try Self.experiment(in: scratch)
    let plotted = try Tool.run(
      "plot", file, "--kind", "examples", "--csv", "-", "-o", scratch.file("a.svg"))
    #expect(plotted.code == 0, "\(plotted.errors)")
    let rows = Self.rows(plotted.output)
    #expect(rows.count == 10 && rows.allSatisfy { $0[1] == "test" })
    let wrong = rows.filter { $0[6] == "no" }
    #expect(wrong.allSatisfy { $0[3] != $0[4] } && !wrong.isEmpty && wrong.count < 10)
    let picture = try String(contentsOf: scratch.url("a.svg"), encoding: .utf8)
    #expect(picture.contains("\(wrong.count) of 10 test pictures wrong"))
    #expect(picture.matches(of: /class="edge mark"/).count == wrong.count)
    let headings = picture.matches(of: />picture ([0-9]+)</).map { String($0.1) }
    #expect(Array(headings.prefix(wrong.count)) == wrong.map { $0[2] })
    #expect(picture.matches(of: /class="node cell k/).count >= 10 * 64)
    // What training says at its end about the same pictures.
    let trained = try Tool.run("train", file, "--frames", "none")
    let said = trained.output.firstMatch(of: /10 test examples: [^\n]*accuracy ([0-9]+)\.0 %/)
    #expect(said.flatMap { Int($0.1) } == 100 - 10 * wrong.count, "\(trained.output)")
  }

  @Test(
    "what has no kernels or pictures is refused with its reason",
    arguments: [
      ("kernels", "kernels are those of convolutions"), ("examples", "examples are pictures"),
    ])
  func refused(_ kind: String, _ message: String) throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      "plot", "Samples/points.yaml", "--kind", kind, "-o", scratch.file("a.svg"))
    #expect(outcome.code == 2 && outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try scratch.files().isEmpty)
  }
}
