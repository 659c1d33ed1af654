import GraphModel
import Testing

@testable import Diagrams

private func leaf(_ id: Int, _ role: Node.Role, _ name: String?, _ data: Double) -> Node {
  Node(
    id: id, role: role, operation: role.rawValue, symbol: "", name: name, scope: [], operands: [],
    derivatives: [], data: data, gradient: role == .constant ? nil : 1)
}

private func sum(
  _ id: Int, _ operands: [Int], _ data: Double, role: Node.Role = .intermediate
) -> Node {
  Node(
    id: id, role: role, operation: "add", symbol: "+", name: nil, scope: [], operands: operands,
    derivatives: [1, 1], data: data, gradient: 1)
}

@Suite("Diagrams") struct DiagramTests {
  private let chain = Graph(
    name: "chain", root: 5,
    nodes: [
      leaf(0, .input, "a", 1), leaf(1, .input, "b", 2), leaf(2, .input, "c", 3),
      sum(3, [0, 1], 3), sum(4, [3, 2], 6), sum(5, [4, 0], 7, role: .root),
    ])

  @Test("a chain of sums folds into one Σ with every term, and unfolds") func folding() {
    #expect(ScalarView(chain).boxCount == 6)
    let folded = ScalarView(chain, foldingSums: true)
    #expect(folded.boxCount == 4 && folded.foldedCount == 2)
    let dot = Diagram(chain, view: folded, caption: Caption(title: "t")).dot()
    #expect(dot.contains("Σ"))
    #expect(dot.split(separator: "\n").filter { $0.contains("\" -> \"n5\"") }.count == 4)
  }

  @Test("a sum that something else uses is not folded") func sharedSums() {
    var graph = chain
    graph.nodes[5] = sum(5, [4, 3], 9, role: .root)
    #expect(ScalarView(graph, foldingSums: true).boxCount == 5)
  }

  @Test("a * a has two edges, each with an id of its own") func square() {
    let graph = Graph(
      name: "square", root: 1,
      nodes: [
        leaf(0, .input, "a", 3),
        Node(
          id: 1, role: .root, operation: "multiply", symbol: "×", name: "L", scope: [],
          operands: [0, 0], derivatives: [3, 3], data: 9, gradient: 1),
      ])
    let dot = Diagram(graph, view: ScalarView(graph), caption: Caption(title: "t")).dot()
    #expect(dot.contains("id=\"g_e1_0\"") && dot.contains("id=\"g_e1_1\""))
  }

  @Test("the DOT of a small graph is exactly this") func snapshot() {
    let graph = Graph(
      name: "small", root: 1,
      nodes: [
        leaf(0, .input, "<a>", 0),
        Node(
          id: 1, role: .root, operation: "exp", symbol: "exp", name: "L", scope: ["layer1"],
          operands: [0], derivatives: [1], data: 1, gradient: 1),
      ])
    let dot = Diagram(graph, view: ScalarView(graph), caption: Caption(title: "a & b")).dot()
    let boxes = dot.split(separator: "\n").filter { $0.contains("n0") || $0.contains("cluster") }
    #expect(
      boxes.map { $0.drop { $0 == " " } } == [
        """
        "n0" [id="g_n0", fillcolor="#e8eef5", color="#64748a", style="rounded,filled,dashed", \
        penwidth="1", label=<<table cellborder="0" cellspacing="0" border="0" cellpadding="2"><tr>\
        <td align="left"><b><font color="#1f2937">&lt;a&gt;</font></b></td><td align="right">\
        <font color="#59626f" point-size="10.0">input</font></td></tr><tr><td align="left" \
        width="30"><font color="#59626f" point-size="10.0">data</font></td><td align="right" \
        width="76"><font color="#59626f">0</font></td></tr><tr><td align="left" width="30">\
        <font color="#59626f" point-size="10.0">grad</font></td><td align="right" width="76">\
        <font color="#1f2937">1.0000</font></td></tr></table>>];
        """,
        "subgraph \"cluster_g_c0\" {",
        "\"n0\" -> \"n1\" [id=\"g_e1_0\", color=\"#64748b\", style=\"solid\"];",
      ])
  }

  @Test("the size of a layout counts the columns that edges cross") func layoutSize() {
    #expect(ScalarView(chain).layoutSize == 6 + 2)
  }

  @Test("every colour of the theme can be told from the others on a dark ground") func colors() {
    let theme = Theme.standard
    let styles = [
      theme.input, theme.parameter, theme.intermediate, theme.root, theme.alarm, theme.scope,
    ]
    let colors =
      styles.flatMap { [$0.fill, $0.stroke] }
      + [theme.ground, theme.ink, theme.faint, theme.edge, theme.offEdge]
    var dark: [String: String] = [:]
    for color in colors {
      #expect(dark[color.light] == nil || dark[color.light] == color.dark, "\(color.light)")
      dark[color.light] = color.dark
    }
  }

  @Test("text stands out from what it is written on by 4.5 to 1 and more") func contrast() {
    let theme = Theme.standard
    let styles = [
      theme.input, theme.parameter, theme.intermediate, theme.root, theme.alarm, theme.scope,
    ]
    for tone in [\Color.light, \Color.dark] {
      let shades = Theme.shadeNames.compactMap { theme.shade($0)?.fill }
      #expect(shades.count == 8)
      for ground in styles.map(\.fill) + shades + [theme.ground] {
        for ink in [theme.ink, theme.faint] {
          let ratio = Luminance.contrast(ink[keyPath: tone], ground[keyPath: tone])
          #expect(ratio >= 4.5, "\(ink[keyPath: tone]) on \(ground[keyPath: tone]): \(ratio)")
        }
      }
    }
  }
}
