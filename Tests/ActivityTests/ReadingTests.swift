import Activity
import Autograd
import GraphModel
import NeuralNetworks
import Testing

@Suite("Neurons in one example") struct ReadingTests {
  /// Four ReLUs: the first is off in the first example; the third feeds a neuron that is off there.
  private static let network = PlainNetwork(layers: [
    .init(weights: [[1], [1], [0.5], [-1]], biases: [-1.5, 0.5, 0, 0], activation: .relu),
    .init(weights: [[1, 1, 0, 1], [0, 0, 1, 0]], biases: [1, -1], activation: .relu),
    .init(weights: [[1, 1]], biases: [0], activation: .linear),
  ])
  private static let inputs: [Double] = [1, 3, 4]
  private let activity = Activity(
    network.lanes(inputs.map { Sample(inputs: [$0], targets: [-1]) }))

  private func readings(_ example: Int) -> [NeuronActivity.Reading] {
    activity.readings(activity.lanes.lanes[example])
  }

  @Test("silent, active, blocked and dead here, each with its number") func first() {
    let readings = readings(0)
    #expect(readings.map(\.verdict) == [.silent, .active, .blocked, .dead, .active, .silent])
    #expect(readings[0].findings == [.silent])
    #expect(
      readings[0].reason == "off here: its pre-activation is −0.5000, so its output is exactly 0; "
        + "it fires in 2 of 3 examples")
    #expect(readings[1].findings == [] && readings[1].reason.contains("its output is 1.5000"))
    #expect(readings[2].findings == [.blocked])
    #expect(readings[2].reason.hasPrefix("blocked here: its output is 0.5000, but everything"))
    #expect(readings[3].findings == [.dead, .cannotFire, .zeroEffect, .notLearning, .silent])
    #expect(readings[3].reason == activity.neurons[3].reason)
  }

  @Test("in other examples the same neurons are active") func second() {
    #expect(readings(1).map(\.verdict) == [.active, .active, .active, .dead, .active, .active])
    #expect(
      activity.neurons.map(\.verdict) == [.active, .active, .active, .dead, .active, .active])
  }

  @Test("the gradient in the sentence is that of this example") func gradient() {
    // The outputs at 3 are 1 + 1.5 + 3.5 + 0.5 = 6.5; the target is −1; d(o − t)²/do = 15.
    let reading = readings(1)[1]
    #expect(reading.observation.gradient == 15)
    #expect(reading.reason == "active here: its output is 3.5000, its gradient 15.0000")
  }

  @Test("a lane that is not of the set is read, too") func outside() {
    let readings = activity.readings(.init(inputs: [2], targets: [5]))
    #expect(readings.map(\.observation.output) == [0.5, 2.5, 1, 0, 4, 0])
    #expect(readings.map(\.verdict) == [.active, .active, .blocked, .dead, .active, .silent])
  }

  @Test("an input of 0 is named as the only cause, here and over the set") func origin() {
    let samples = [0.0, 1].map { Sample(inputs: [$0], targets: [9]) }
    let network = PlainNetwork(layers: [
      .init(weights: [[1]], biases: [1], activation: .relu),
      .init(weights: [[1]], biases: [0], activation: .linear),
    ])
    let some = Activity(network.lanes(samples))
    #expect(some.neurons[0].findings == [])
    let here = some.readings(some.lanes.lanes[0])[0]
    #expect(here.verdict == .active && here.findings == [.zeroGradientByInput])
    #expect(here.reason.hasSuffix("; 1 weight gets no gradient only because the input is 0"))
    #expect(some.readings(some.lanes.lanes[1])[0].findings == [])
    let all = Activity(network.lanes([samples[0], samples[0]]))
    #expect(all.neurons[0].findings == [.constant, .zeroGradientByInput])
  }
}
