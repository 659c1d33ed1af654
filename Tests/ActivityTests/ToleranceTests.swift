import Activity
import Autograd
import GraphModel
import NeuralNetworks
import Testing

@Suite("One example, and a named tolerance") struct ToleranceTests {
  private static let network = PlainNetwork(layers: [
    .init(weights: [[1e-7], [1], [1], [1e-9], [1]], biases: [0, 0, -5, 2, 0], activation: .relu),
    .init(weights: [[1, 1, 1, 1, 1e-12]], biases: [0], activation: .linear),
  ])

  private static func activity(_ inputs: [Double], tolerance: Double = 0) -> Activity {
    Activity(
      network.lanes(inputs.map { Sample(inputs: [$0], targets: [0]) }), tolerance: tolerance)
  }

  @Test("without a tolerance nothing small counts as 0") func exact() {
    let verdicts = Self.activity([1, 2]).neurons.map(\.verdict)
    #expect(verdicts == [.active, .active, .dead, .active, .active])
  }

  @Test("with a tolerance small outputs, changes and differences count as 0, and it is named")
  func tolerance() {
    let neurons = Self.activity([1, 2], tolerance: 1e-6).neurons
    #expect(neurons.map(\.verdict) == [.dead, .active, .dead, .constant, .zeroEffect])
    #expect(neurons[0].findings == [.dead, .zeroEffect])
    #expect(
      neurons[0].reason
        == "dead: its output is 0 within 1e-06 over all 2 examples, but its weights still learn")
    #expect(
      neurons[3].reason == "constant: its output is 2.0000 within 1e-06 in all 2 examples, "
        + "so it acts only as a bias")
    #expect(
      neurons[4].reason == "zero effect: it fires in 2 of 2 examples, but no output changes by "
        + "more than 1e-06 without it")
    #expect(neurons.allSatisfy { !$0.findings.contains(.cancelled) })
  }

  @Test("in one example a small output is silent only within a tolerance") func here() {
    for (tolerance, verdict) in [(0, Verdict.active), (2e-7, .silent)] {
      let activity = Self.activity([1, 4], tolerance: tolerance)
      #expect(activity.readings(activity.lanes.lanes[0])[0].verdict == verdict)
    }
  }

  @Test("one example: nothing is called constant, and the sentences speak of the only one")
  func single() {
    let neurons = Self.activity([1]).neurons
    #expect(neurons.map(\.verdict) == [.active, .active, .dead, .active, .active])
    #expect(neurons[2].findings == [.dead, .cannotFire, .zeroEffect, .notLearning])
    #expect(neurons[2].reason.contains("at most −4.0000 over the only example"))
    #expect(neurons[1].reason.hasPrefix("active: fires in 1 of 1 example; without it outputs"))
    #expect(neurons[1].measurement.clampingToMean.outputs == 0)
  }
}
