import Activity
import Autograd
import GraphModel
import NeuralNetworks
import Testing

@Suite("Terms that cancel or get lost") struct CancellationTests {
  private static let samples = [1.0, 2, 5].map { Sample(inputs: [$0], targets: [1]) }

  private func activity(_ layers: [PlainNetwork.Dense]) -> Activity {
    Activity(PlainNetwork(layers: layers).lanes(Self.samples))
  }

  @Test("a neuron whose two ways cancel has zero effect, though each way has an effect")
  func twoWays() {
    let activity = activity([
      .init(weights: [[1], [0.5]], biases: [1, 0], activation: .relu),
      .init(weights: [[2, 1], [2, 0]], biases: [0, 0], activation: .linear),
      .init(weights: [[1, -1]], biases: [0], activation: .linear),
    ])
    let cancelled = activity["layer1/neuron1"]
    #expect(cancelled.verdict == .zeroEffect)
    #expect(cancelled.findings == [.zeroEffect, .cancelled, .notLearning])
    #expect(
      cancelled.reason == "zero effect: it fires in 3 of 3 examples, but what it adds cancels or "
        + "is lost in rounding: no output changes by even one bit without it")
    for name in ["layer1/neuron2", "layer2/neuron1", "layer2/neuron2"] {
      #expect(activity[name].verdict == .active && activity[name].findings == [])
    }
    #expect(activity["layer2/neuron2"].measurement.removal.outputs == 12)
  }

  @Test("a term lost in rounding is cancelled, though a gradient comes back") func rounding() {
    let activity = activity([
      .init(weights: [[1], [1]], biases: [0, 0], activation: .relu),
      .init(weights: [[1e-30, 0.5]], biases: [1], activation: .linear),
    ])
    #expect(activity.neurons[0].verdict == .zeroEffect)
    #expect(activity.neurons[0].findings == [.zeroEffect, .cancelled])
    #expect(activity.neurons[0].measurement.gradient.lowest != 0)
    #expect(activity.neurons[1].findings == [])
  }

  @Test("a term that is not lost in one of the examples is not cancelled") func almost() {
    // 2⁻⁵³ × 5 is more than half of the last place of 1, 2⁻⁵³ × 1 is exactly half and lost.
    let activity = activity([
      .init(weights: [[1]], biases: [0], activation: .relu),
      .init(weights: [[0x1p-53]], biases: [1], activation: .linear),
    ])
    #expect(activity.neurons[0].verdict == .active && activity.neurons[0].findings == [])
    #expect(activity.neurons[0].measurement.removal.outputs == 0x1p-51)
  }

  @Test("neither an off neuron behind it nor weights of 0 are called cancelling") func others() {
    let activity = activity([
      .init(weights: [[1], [1], [1]], biases: [0, 1, 2], activation: .relu),
      .init(weights: [[1, 0, 0], [0, 0, 1]], biases: [-9, 0], activation: .relu),
      .init(weights: [[1, 1]], biases: [0], activation: .linear),
    ])
    #expect(activity["layer1/neuron1"].findings == [.zeroEffect, .blocked, .notLearning])
    #expect(
      activity["layer1/neuron2"].findings == [.disconnected, .zeroEffect, .blocked, .notLearning])
    #expect(!activity["layer1/neuron3"].findings.contains(.zeroEffect))
  }

  @Test("a neuron that keeps another off is blocked, but has an effect") func inhibition() {
    // The second neuron's sum is 1 − 2h: off with it, on without it.
    let activity = activity([
      .init(weights: [[1]], biases: [0], activation: .relu),
      .init(weights: [[-2]], biases: [1], activation: .relu),
      .init(weights: [[1]], biases: [0], activation: .linear),
    ])
    let neuron = activity["layer1/neuron1"]
    #expect(neuron.verdict == .blocked && neuron.findings == [.blocked, .notLearning])
    #expect(neuron.measurement.removal.outputs == 1)
    #expect(
      neuron.reason == "blocked: its output is not 0, but in all 3 examples everything it feeds "
        + "is off or has weight 0")
  }
}
