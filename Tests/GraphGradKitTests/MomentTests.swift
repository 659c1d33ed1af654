import Foundation
import GraphGradKit
import Testing

@Suite("Inside a step") struct MomentTests {
  private static let yaml = """
    data: {kind: yinyang, count: 40}
    model: {layers: [3, 3], activation: relu}
    loss: crossEntropy
    optimizer: {kind: adamw, learningRate: 0.1}
    steps: 5
    """

  private static func step(
    _ kind: ViewDescription.Kind
  ) throws -> (whole: NetworkPicture, updated: [String: Double]) {
    var trainer = try Trainer(Experiment(yaml: yaml))
    for _ in 0..<3 { _ = trainer.next() }
    let taken = trainer.next()
    let step = try #require(taken)
    var view = trainer.view
    view.kind = kind
    let picture = try trainer.picture(of: NetworkState(step), view)
    return (
      picture,
      Dictionary(uniqueKeysWithValues: zip(trainer.parameterNames, trainer.parameters))
    )
  }

  @Test(
    "no box moves, and at the end of the backward pass everything is what the whole step is",
    arguments: ViewDescription.Kind.allCases, Moment.Grain.allCases)
  func frames(_ kind: ViewDescription.Kind, _ grain: Moment.Grain) throws {
    let (whole, updated) = try Self.step(kind)
    let moments = whole.moments(by: grain, updated: updated)
    let caption = Caption(title: "t", detail: "d")
    let drawing = try moments[0].drawing(caption: caption)
    var shapes: [String]?
    var unknown: [Int] = []
    for moment in moments {
      let svg = try #require(SVGReader(drawing.picture(.svg, of: moment, caption: caption)))
      #expect(shapes == nil || shapes == svg.shapes)
      shapes = svg.shapes
      unknown.append(svg.texts.count { $0 == "·" })
    }
    #expect(unknown == unknown.sorted(by: >), "more and more is known")
    func numbers(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self)
        .matches(of: /<text class="[dg] end"[^>]*>([^<]*)</).map { String($0.output.1) }.sorted()
    }
    let last = try drawing.picture(.svg, of: moments[moments.count - 2], caption: caption)
    let plain = try whole.drawing(caption: caption).picture(.svg)
    #expect(numbers(last) == numbers(plain).map { $0 == "0 (input 0)" ? "0" : $0 }.sorted())
    #expect(numbers(last).count > 10)
  }

  @Test("operands come before operations, users before what they use; each step says what it is")
  func order() throws {
    let (whole, updated) = try Self.step(.scalar)
    let moments = whole.moments(by: .operation, updated: updated)
    var phases: [Moment.Phase] = []
    for picture in moments {
      guard case .values(let graph, _, _) = picture, let moment = graph.moment else { return }
      phases.append(moment.phase)
      for node in graph.nodes {
        let progress = try #require(node.progress)
        if progress.hasData {
          #expect(node.operands.allSatisfy { graph.nodes[$0].progress?.hasData == true })
        }
        if progress.isPassed { #expect(progress.hasGradient) }
        // A gradient that is shown is the sum of the products on the edges that came back.
        guard progress.hasGradient, moment.phase != .update, node.id != graph.root,
          let gradient = node.gradient
        else { continue }
        var sum = 0.0
        var scale = 0.0
        for user in graph.nodes where user.progress?.isPassed == true {
          for (slot, operand) in user.operands.enumerated() where operand == node.id {
            let product = user.derivatives[slot] * (user.gradient ?? 0)
            sum += product
            scale = max(scale, abs(product))
          }
        }
        #expect(abs(sum - gradient) <= 1e-12 * max(scale, abs(gradient)))
      }
    }
    let runs = phases.reduce(into: [Moment.Phase]()) { if $0.last != $1 { $0.append($1) } }
    #expect(runs == [.forward, .loss, .backward, .update])
  }

  @Test("the update shows the parameters that the step leads to") func update() throws {
    let (whole, updated) = try Self.step(.scalar)
    guard case .values(let last, _, _) = whole.moments(by: .layer, updated: updated).last else {
      return
    }
    let parameters = last.nodes.filter { $0.role == .parameter }
    #expect(parameters.count == updated.count)
    for node in parameters {
      #expect(updated[(node.scope + [node.name ?? ""]).joined(separator: "/")] == node.data)
      #expect(node.progress?.isActive == true)
    }
    #expect(
      whole.moments(by: .layer).count == whole.moments(by: .layer, updated: updated).count - 1)
  }
}
