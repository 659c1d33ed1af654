import Activity
import Autograd
import GraphModel
import NeuralNetworks
import Testing

@Suite("Why a neuron is dead") struct DeathSentenceTests {
  @Test("a tanh without weights that feeds a dead ReLU is not said to be off by its sum")
  func notByItsSum() {
    let network = PlainNetwork(layers: [
      .init(weights: [[0], [1]], biases: [0, 0], activation: .tanh),
      .init(weights: [[1, 1]], biases: [-3], activation: .relu),
      .init(weights: [[1]], biases: [0], activation: .linear),
    ])
    let activity = Activity(network.lanes([1, 2].map { Sample(inputs: [$0], targets: [1]) }))
    #expect(activity.neurons.map(\.verdict) == [.dead, .zeroEffect, .dead])
    #expect(
      activity.neurons[0].reason == "dead: its output is exactly 0 over all 2 examples, "
        + "and the gradients of its 2 parameters are exactly 0, too")
    #expect(activity.neurons[2].reason.contains("pre-activation is at most −2.0360 over all 2"))
  }

  @Test("within a tolerance, a positive sum is not what silences a neuron") func withinTolerance() {
    let network = PlainNetwork(layers: [
      .init(weights: [[1e-9]], biases: [0], activation: .relu),
      .init(weights: [[1]], biases: [-3], activation: .relu),
      .init(weights: [[1]], biases: [0], activation: .linear),
    ])
    let lanes = network.lanes([1, 2].map { Sample(inputs: [$0], targets: [1]) })
    #expect(
      Activity(lanes, tolerance: 1e-6).neurons[0].reason
        == "dead: its output is 0 within 1e-06 over all 2 examples, "
        + "and the gradients of its 2 parameters are exactly 0, too")
  }

  @Test("a dead neuron that still learns is said to") func learning() {
    let network = PlainNetwork(layers: [
      .init(weights: [[0]], biases: [0], activation: .tanh),
      .init(weights: [[1]], biases: [0], activation: .linear),
    ])
    let activity = Activity(network.lanes([1, 2].map { Sample(inputs: [$0], targets: [1]) }))
    #expect(activity.neurons[0].findings == [.dead, .zeroEffect])
    #expect(
      activity.neurons[0].reason
        == "dead: its output is exactly 0 over all 2 examples, but its weights still learn")
  }

  @Test("the history tells since when") func since() {
    let network = PlainNetwork(layers: [
      .init(weights: [[1]], biases: [-5], activation: .relu),
      .init(weights: [[1]], biases: [0], activation: .linear),
    ])
    let lanes = network.lanes([Sample(inputs: [2], targets: [1])])
    var history = FiringHistory(names: ["layer1/neuron1"])
    for (step, fires) in [1, 0.5, 0].enumerated() {
      history.add(step: step + 35, loss: 1, fires: [fires])
    }
    let neuron = Activity(lanes, history: history).neurons[0]
    #expect(neuron.reason.hasPrefix("dead since step 37: its pre-activation is at most −3.0000"))
  }
}
