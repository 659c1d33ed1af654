import Foundation
import GraphGradKit
import Testing

@Suite("What changed between two steps") struct ComparisonTests {
  private static let yaml = """
    data: {kind: moons, count: 40}
    model: {layers: [5, 4, 2], activation: relu}
    loss: crossEntropy
    optimizer: {kind: sgd, learningRate: 0.9, momentum: 0.9}
    steps: 30
    """

  /// A picture at two steps, and what changed between them.
  private static func pictures(
    _ kind: ViewDescription.Kind, _ first: Int, _ second: Int
  ) throws -> (before: NetworkPicture, now: NetworkPicture, changes: NetworkPicture) {
    var trainer = try Trainer(Experiment(yaml: yaml))
    var view = trainer.view
    view.kind = kind
    var pictures: [NetworkPicture] = []
    while let step = trainer.next() {
      guard [first, second].contains(step.number) else { continue }
      pictures.append(try trainer.picture(of: NetworkState(step), view))
    }
    let changes = pictures[1].changes(from: pictures[0], named: "step \(first)")
    return (pictures[0], pictures[1], changes)
  }

  @Test("every number is the difference, and 0 only if not one bit changed") func differences()
    throws
  {
    let found = try Self.pictures(.scalar, 3, 9)
    guard case .values(let before, _, _) = found.before, case .values(let now, _, _) = found.now,
      case .values(let changes, _, _) = found.changes
    else { return }
    for node in changes.nodes {
      let (a, b) = (before.nodes[node.id], now.nodes[node.id])
      #expect(node.data == b.data - a.data && (node.data == 0) == (a.data == b.data))
      #expect(node.dataChange == Change(was: a.data, now: b.data))
      #expect(node.dataChange?.isFlip == (a.data * b.data < 0))
      guard let was = a.gradient, let isNow = b.gradient else { continue }
      #expect(node.gradient == isNow - was)
    }
    #expect(changes.nodes.contains { $0.dataChange?.isFlip == true })
    #expect(changes.nodes.contains { $0.data == 0 && $0.role == .input })
    let svg = try #require(
      SVGReader(found.changes.drawing(caption: Caption(title: "t")).picture(.svg)))
    for node in changes.nodes where node.role == .parameter {
      let mark = node.dataChange?.isFlip == true ? "± " : ""
      #expect(svg.texts.contains(mark + NumberFormat.signed(node.data)))
      let classes = try #require(svg.classes["g_n\(node.id)"]).split(separator: " ")
      #expect(classes.contains("flip") == !mark.isEmpty)
      #expect(classes.contains("zero") == (node.data == 0))
    }
    #expect(svg.texts.contains("Δdata") && svg.texts.contains("Δgrad"))
  }

  @Test(
    "boxes stand where they stand in the plain drawing", arguments: ViewDescription.Kind.allCases)
  func places(_ kind: ViewDescription.Kind) throws {
    let found = try Self.pictures(kind, 3, 9)
    let caption = Caption(title: "t", detail: "d")
    func boxes(_ picture: NetworkPicture) throws -> [String: String] {
      let text = String(
        decoding: try picture.drawing(caption: caption).picture(.svg), as: UTF8.self)
      return Dictionary(
        uniqueKeysWithValues: text.matches(
          of: /<g id="(g_n[0-9]+)"[^>]*><title>[^<]*<\/title><path d="([^"]*)"/
        ).map { (String($0.output.1), String($0.output.2)) })
    }
    let plain = try boxes(found.now)
    let changed = try boxes(found.changes)
    #expect(plain.count > 10)
    if kind == .neurons { #expect(changed == plain) }
    // libgvc may put scopes in another order the second time in a process, but never boxes of
    // another size.
    func sizes(_ boxes: [String: String]) -> [String: Substring] {
      boxes.mapValues { outline in outline.drop { $0 != "h" } }
    }
    #expect(sizes(plain).values.allSatisfy { !$0.isEmpty })
    #expect(sizes(changed) == sizes(plain))
    for format in [GraphFormat.png, .pdf, .dot] {
      let picture = try #require(format.picture)
      #expect(try !found.changes.drawing(caption: caption).picture(picture).isEmpty)
    }
    #expect(String(decoding: found.changes.json(), as: UTF8.self).contains("\"comparedTo\""))
  }

  @Test("who died and who came back is said in words") func fates() throws {
    var fates: Set<Fate> = []
    for (first, second) in [(1, 4), (3, 9), (9, 20), (4, 30), (20, 30)] {
      let found = try Self.pictures(.neurons, first, second)
      guard case .neurons(let before) = found.before, case .neurons(let now) = found.now,
        case .neurons(let changes) = found.changes
      else { return }
      let svg = try #require(
        SVGReader(found.changes.drawing(caption: Caption(title: "t")).picture(.svg)))
      for node in changes.nodes {
        let (was, isNow) = (before.nodes[node.id].verdict, now.nodes[node.id].verdict)
        let expected: Fate? =
          was != .dead && isNow == .dead
          ? .newlyDead : was == .dead && isNow != .dead ? .revived : nil
        #expect(node.changes?.fate == expected)
        let classes = try #require(svg.classes["g_n\(node.id)"])
        #expect(classes.contains("newly-dead") == (expected == .newlyDead))
        if let expected { fates.insert(expected) }
      }
      for (index, edge) in changes.edges.enumerated() {
        #expect(
          edge.contribution == now.edges[index].contribution - before.edges[index].contribution)
        #expect(edge.isZero == (now.edges[index].contribution == before.edges[index].contribution))
      }
    }
    #expect(fates.contains(.newlyDead))
  }
}
