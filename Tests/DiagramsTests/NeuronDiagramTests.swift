import GraphModel
import Testing

@testable import Diagrams

@Suite("Neuron view") struct NeuronDiagramTests {
  private static func node(
    _ id: Int, _ kind: NeuronNode.Kind, column: Int, _ output: Double, verdict: Verdict? = nil
  ) -> NeuronNode {
    var node = NeuronNode(
      id: id, kind: kind, column: column, name: "node\(id)", label: "node\(id)",
      activation: kind == .neuron ? "relu" : nil, preactivation: .init(output),
      output: .init(output), gradient: .init(0.5))
    node.verdict = verdict
    node.fires = verdict == nil ? nil : 0.25
    return node
  }

  /// x feeds an active and a dead neuron, and passes by them to the output.
  private static func network(_ contribution: Double = 2) -> NeuronGraph {
    NeuronGraph(
      name: "n", exampleCount: nil,
      nodes: [
        node(0, .input, column: 0, 1), node(1, .neuron, column: 1, 2, verdict: .active),
        node(2, .neuron, column: 1, 0, verdict: .dead), node(3, .output, column: 2, contribution),
        node(4, .loss, column: 3, 1),
      ],
      edges: [
        edge(0, 1, 2), edge(0, 2, -3), edge(1, 3, contribution), edge(2, 3, 0),
        NeuronEdge(source: 0, target: 3, weight: nil, contribution: 1, isZero: false),
        NeuronEdge(source: 3, target: 4, weight: nil, contribution: 1, isZero: false),
      ])
  }

  private static func edge(_ source: Int, _ target: Int, _ contribution: Double) -> NeuronEdge {
    NeuronEdge(
      source: source, target: target, weight: 1.5, contribution: contribution,
      isZero: contribution == 0)
  }

  private func diagram(_ network: NeuronGraph) -> NeuronDiagram {
    NeuronDiagram(
      network: network, caption: Caption(title: "t", detail: "d"), theme: .standard, prefix: "g")
  }

  private func line(_ id: String, _ network: NeuronGraph) throws -> Substring {
    let lines = diagram(network).dot(placement: [:]).split(separator: "\n")
    return try #require(lines.first { $0.contains("id=\"\(id)\"") })
  }

  @Test("of a neuron with several places in an example the bar is the share of its places")
  func places() {
    var network = Self.network()
    #expect(
      diagram(network).dot(placement: [:]).contains("bar: share of examples in which it fires"))
    #expect(diagram(network).slotTexts.contains { $0.hasSuffix("fires in 25 % of the set") })
    network.nodes[1].instances = 36
    #expect(
      diagram(network).dot(placement: [:]).contains(
        "bar: share of places where it fires, in all examples"))
    #expect(
      diagram(network).slotTexts.contains { $0.hasSuffix("fires at 25 % of its places in the set") }
    )
  }

  @Test("colour, dash and width of a curve follow from what it carries") func curves() throws {
    let network = Self.network()
    #expect(try line("g_e0", network).contains("#1d6fb8"))
    #expect(try line("g_e1", network).contains("#c2571a"))
    #expect(try line("g_e3", network).contains("style=\"dashed\""))
    #expect(try !line("g_e2", network).contains("style=\"dashed\""))
    let widths = [0.01, 0.5, 2, 1e9].map {
      NeuronStyle.width(Self.edge(0, 1, $0), in: network)
    }
    #expect(widths == widths.sorted() && Set(widths).count == 4 && widths[3] <= 5)
  }

  @Test(
    "what is not finite is neither added nor subtracted, but loud",
    arguments: [Double.nan, .infinity])
  func broken(_ contribution: Double) throws {
    #expect(try line("g_e2", Self.network(contribution)).contains("#b91c1c"))
    #expect(diagram(Self.network(contribution)).detail.contains("not finite: node3"))
  }

  @Test("only a curve that subtracts has a bar across its end") func tees() {
    let dot = diagram(Self.network()).dot(placement: [:])
    #expect(dot.split(separator: "\n").count { $0.contains("class=\"tee\"") } == 1)
  }

  @Test("a dead neuron's box is dashed and says so; an active one's is not") func boxes() throws {
    let network = Self.network()
    #expect(try line("g_n2", network).contains("rounded,filled,dashed"))
    #expect(try line("g_n2", network).contains("× dead"))
    #expect(try !line("g_n1", network).contains("dashed"))
  }

  @Test("a connection that skips a layer passes below its boxes") func detours() {
    let layout = NeuronLayout(Self.network(), minimumWidth: 0)
    let lowest = layout.columns[1].bottom
    #expect(layout.curves[4].contains { $0.y > lowest })
    #expect(layout.curves[0].allSatisfy { $0.y < lowest })
    #expect(layout.height > lowest)
  }

  @Test("boxes of a column do not touch, and stand in the order of the nodes") func columns() {
    let layout = NeuronLayout(Self.network(), minimumWidth: 0)
    let (first, second) = (layout.middles[1], layout.middles[2])
    #expect(first.x == second.x && second.y - first.y > 94)
  }

  @Test("as many changing texts are given as there are places for them") func slots() {
    for network in [Self.network(), Self.network(-1)] {
      let diagram = diagram(network)
      let slots = diagram.parts.values.flatMap { part in
        [part.classSlot, part.titleSlot] + part.lines.compactMap(\.slot)
          + [part.strokeSlot, part.barSlot].compactMap(\.self)
      }
      #expect(Set(slots).union([0, 1]) == Set(0..<diagram.slotTexts.count))
    }
  }

  @Test("a share is never rounded to all or none", arguments: [0.0, 1e-9, 0.004, 0.5, 0.9999, 1])
  func percent(_ share: Double) {
    let text = NumberFormat.percent(share)
    #expect((text == "0 %") == (share == 0) && (text == "100 %") == (share == 1))
  }
}
