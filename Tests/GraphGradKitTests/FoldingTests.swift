import Foundation
import GraphGradKit
import Testing

@Suite("Scopes folded into boxes") struct FoldingTests {
  /// A graph with scopes in scopes: blocks of heads of units, each of which reads the block before.
  private static func deep(blocks: Int, heads: Int, units: Int, name: String = "head") -> Graph {
    Tape.recording {
      var stream = (0..<units).map { Value(0.1 * Double($0) - 0.3, named: "x\($0)") }
      for block in 1...blocks {
        stream = Tape.scope("block\(block)") {
          (1...heads).map { head in
            Tape.scope("\(name)\(head)") {
              let terms = (0..<units).map { unit in
                Tape.scope("unit\(unit)") {
                  (stream[unit % stream.count] * Value.parameter(0.4, named: "w")).relu()
                }
              }
              return terms.sum()
            }
          }
        }
      }
      let loss = Tape.scope("loss") { (stream.sum() - 1).power(2).named("loss") }
      return loss.graph()
    }
  }

  private static func plan(
    _ graph: Graph, _ depth: Folding.Depth, _ expanded: String...
  ) throws -> FoldPlan {
    try FoldPlan(graph, Folding(depth: depth, expanded: expanded))
  }

  @Test("every value is in exactly one box, whatever is folded", arguments: 1...4)
  func partition(_ depth: Int) throws {
    let graph = Self.deep(blocks: 3, heads: 4, units: 5)
    let plan = try Self.plan(graph, .level(depth))
    let folded = plan.folded(graph)
    #expect(
      folded.nodes.count == plan.boxCount
        && folded.nodes.indices.allSatisfy {
          folded.nodes[$0].id == $0
        })
    let inGroups = folded.nodes.compactMap(\.group).reduce(0) {
      $0 + $1.valueCount + $1.parameterCount
    }
    let own = folded.nodes.count { $0.group == nil && $0.role != .constant }
    #expect(inGroups + own == graph.nodes.count { $0.role != .constant })
  }

  @Test("boxes stand behind what they are computed from, and deeper means more of them")
  func order() throws {
    let graph = Self.deep(blocks: 3, heads: 4, units: 5)
    var last = 0
    for depth in 1...4 {
      let folded = try Self.plan(graph, .level(depth)).folded(graph)
      #expect(folded.nodes.allSatisfy { node in node.operands.allSatisfy { $0 < node.id } })
      #expect(folded.nodes.count > last || depth > 3)
      last = folded.nodes.count
    }
    let all = try Self.plan(graph, .all)
    #expect(all.folded(graph) == graph && all.groupCount == 0)
  }

  @Test("a group says what flows out, in size, and what comes back") func numbers() throws {
    let graph = Self.deep(blocks: 2, heads: 3, units: 2)
    let folded = try Self.plan(graph, .level(1)).folded(graph)
    let block = try #require(folded.nodes.first { $0.group?.path == "block1" })
    // Found anew: the values of the block that something outside it uses.
    let inside = Set(graph.nodes.filter { $0.scope.first == "block1" }.map(\.id))
    let used = Set(graph.nodes.filter { !inside.contains($0.id) }.flatMap(\.operands))
    let outgoing = graph.nodes.filter { inside.contains($0.id) && used.contains($0.id) }
    #expect(block.data == outgoing.map { abs($0.data) }.max())
    #expect(block.gradient == outgoing.compactMap { $0.gradient.map(abs) }.max())
    let flows = try #require(folded.nodes.first { $0.group?.path == "block2" }?.flows)
    let crossing = graph.nodes.filter { $0.scope.first == "block2" }.flatMap(\.operands).filter {
      inside.contains($0)
    }
    #expect(flows.map(\.count) == [crossing.count])
  }

  @Test("where nothing comes back along any value a flow is off, and only there") func off() throws
  {
    let graph = Tape.recording {
      let x = Value(1, named: "x")
      let dead = Tape.scope("dead") { (x * Value.parameter(-1, named: "w")).relu() }
      let live = Tape.scope("live") { (x * Value.parameter(2, named: "w")).relu() }
      return (dead + live).named("y").graph()
    }
    let folded = try Self.plan(graph, .level(1)).folded(graph)
    let groups = folded.nodes.filter { $0.group != nil }
    #expect(groups.map { $0.group?.path } == ["dead", "live"])
    #expect(groups.map { $0.flows?.first?.isOff } == [true, false])
    #expect(groups.map(\.data) == [0, 2])
  }

  @Test("automatic folding leaves small graphs alone, and gives large ones few boxes")
  func automatic() throws {
    let small = Self.deep(blocks: 2, heads: 3, units: 4)
    #expect(try Self.plan(small, .automatic).groupCount == 0)
    let large = Self.deep(blocks: 8, heads: 40, units: 40)
    #expect(large.nodes.count > 40_000)
    let plan = try Self.plan(large, .automatic)
    #expect(plan.isAutomatic && plan.groupCount > 0)
    #expect(plan.boxCount <= Folding.readableCount)
    let opened = try Self.plan(large, .automatic, "block3/head2")
    let paths = opened.folded(large).nodes.compactMap { $0.group?.path }
    #expect(paths.contains("block3/head2/unit7") && paths.contains("block3/head1"))
    #expect(!paths.contains("block3") && paths.contains("block2"))
  }

  @Test("a depth that does not fit becomes the deepest that does, and it can be told")
  func tooDeep() throws {
    let graph = Self.deep(blocks: 3, heads: 4, units: 5)
    func size(_ depth: Int) throws -> Int {
      ScalarView(try Self.plan(graph, .level(depth)).folded(graph)).layoutSize
    }
    let limit = try size(2)
    #expect(try size(1) < limit && limit < size(3))
    let folding = Folding(depth: .level(9))
    let drawing = try Drawing(graph, folding: folding, sizeLimit: limit)
    #expect(drawing.fold?.depth == 2 && drawing.fold?.askedDepth == 9)
    let least = try Drawing(graph, folding: folding, sizeLimit: size(1))
    #expect(least.fold?.depth == 1)
    let fitting = try Drawing(graph, folding: Folding(depth: .level(2)), sizeLimit: limit)
    #expect(fitting.fold?.depth == 2 && fitting.fold?.askedDepth == nil)
    let tooLarge = try size(1) - 1
    #expect(throws: DrawingError.self) {
      try Drawing(graph, folding: folding, sizeLimit: tooLarge)
    }
    let automatic = try Drawing(graph, folding: Folding(), sizeLimit: limit)
    #expect(automatic.fold?.depth == 2 && automatic.fold?.isAutomatic == true)
    #expect(throws: DrawingError.self) { try Drawing(graph, folding: .none, sizeLimit: limit) }
  }

  @Test("many inputs are one box where scopes are folded, which can be opened", arguments: 1...3)
  func inputs(_ depth: Int) throws {
    func inputBoxes(_ units: Int, _ expanded: String...) throws -> [String] {
      let graph = Self.deep(blocks: 1, heads: 2, units: units)
      let plan = try FoldPlan(graph, Folding(depth: .level(depth), expanded: expanded))
      return plan.folded(graph).nodes.filter { $0.role == .input || $0.group?.path == "inputs" }
        .map { $0.group?.path ?? $0.name ?? "" }
    }
    #expect(try inputBoxes(24).count == 24)
    #expect(try inputBoxes(25) == ["inputs"])
    #expect(try inputBoxes(25, "inputs").sorted() == (0..<25).map { "x\($0)" }.sorted())
    #expect(throws: UnknownScope.self) { try inputBoxes(24, "inputs") }
  }

  @Test("groups that use each other take room, never less than none") func circle() throws {
    let graph = Tape.recording {
      let x = Value(1, named: "x")
      let start = Tape.scope("around") { x * 2 }
      let end = (1...9).reduce(start) { value, part in Tape.scope("part\(part)") { value * 3 } }
      return Tape.scope("around") { end + 1 }.graph()
    }
    let folded = try Self.plan(graph, .level(1)).folded(graph)
    #expect(folded.nodes.count == 11)
    // x → around → part1 … part9 → around: eleven edges, and the last passes the columns of eight parts.
    #expect(ScalarView(folded).layoutSize == 11 + 11 + 8)
  }

  @Test("a scope that is not there is refused with those that are") func unknown() {
    let graph = Self.deep(blocks: 2, heads: 2, units: 2)
    #expect(throws: UnknownScope(name: "block1/tail", known: ["block1/head1", "block1/head2"])) {
      try Self.plan(graph, .level(1), "block1/tail")
    }
    #expect(throws: DrawingError.self) {
      try Drawing(graph, folding: Folding(expanded: ["nothing"]))
    }
  }

  @Test("a frame of a folded drawing is a full render of the same numbers")
  func frames() throws {
    let folding = Folding(depth: .level(2))
    let (first, second) = (0.5, -0.7)
    func graph(_ number: Double) -> Graph {
      Tape.recording {
        let x = Value(number, named: "x")
        let parts = (1...3).map { part in
          Tape.scope("part") {
            Tape.scope("unit\(part)") { (x * Value.parameter(Double(part) - 2, named: "w")).relu() }
          }
        }
        return Tape.scope("loss") { (parts.sum() - 1).power(2) }.named("loss").graph()
      }
    }
    let drawing = try Drawing(graph(first), caption: Caption(title: "t"), folding: folding)
    let spliced = try drawing.picture(.svg, of: graph(second), caption: Caption(title: "t"))
    let fresh = try Drawing(graph(second), caption: Caption(title: "t"), folding: folding)
    // Places aside: libgvc 2.42 does not always lay scopes out alike in one process.
    let (one, other) = try (
      #require(SVGReader(spliced)), #require(SVGReader(fresh.picture(.svg)))
    )
    #expect(one.texts.sorted() == other.texts.sorted() && one.classes == other.classes)
    let text = String(decoding: spliced, as: UTF8.self)
    #expect(text.contains("folded: ") && text.contains("carries 1 value; "))
    for format in [PictureFormat.png, .pdf, .dot] {
      #expect(try !drawing.picture(format).isEmpty)
    }
  }

  @Test("names with marks, and values without any scope, fold like others") func names() throws {
    let graph = Self.deep(blocks: 2, heads: 2, units: 2, name: "<head> \"&\" 🦊\n")
    let svg = try Drawing(graph, folding: Folding(depth: .level(2))).picture(.svg)
    #expect(SVGReader(svg) != nil)
    let flat = Tape.recording { (Value(2, named: "a") * 3).graph() }
    #expect(try Self.plan(flat, .level(1)).folded(flat) == flat)
  }
}
