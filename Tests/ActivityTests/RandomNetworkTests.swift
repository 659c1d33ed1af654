import Activity
import GraphModel
import NeuralNetworks
import Testing

@Suite("Random networks") struct RandomNetworkTests {
  @Test(
    "zero effect is said if and only if a network without the neuron gives the same bits",
    arguments: [Activation.relu: 400, .tanh: 60, .leakyRelu: 60].map { $0 })
  func zeroEffect(_ activation: Activation, _ count: Int) {
    var tally: [Bool: Int] = [:]
    var cancelling = 0
    for seed in 1...count {
      let random = RandomNetwork(seed: UInt64(seed), activation: activation)
      let activity = Activity(random.plain.lanes(random.samples))
      #expect(activity.neurons.count == random.plain.hidden.count)
      for place in random.plain.hidden {
        let neuron = activity[place.name]
        let effect = random.plain.effect(of: place, over: random.samples)
        #expect(neuron.findings.contains(.zeroEffect) == (effect == 0), "\(seed) \(place.name)")
        #expect(neuron.measurement.removal.outputs == effect, "\(seed) \(place.name)")
        expectLoss(neuron, random, place)
        tally[effect == 0, default: 0] += 1
        cancelling += neuron.findings.contains(.cancelled) ? 1 : 0
      }
    }
    #expect(tally[false, default: 0] > count)
    #expect(activation != .relu || tally[true, default: 0] > count)
    #expect(cancelling == 0, "random weights do not cancel")
  }

  private func expectLoss(
    _ neuron: NeuronActivity, _ random: RandomNetwork, _ place: PlainNetwork.Place
  ) {
    let loss = random.plain.loss(over: random.samples)
    let change = random.plain.loss(over: random.samples, without: place) - loss
    #expect(abs(neuron.measurement.removal.loss - change) <= 1e-12 * max(1, abs(loss)))
  }

  @Test("what can be taken out together changes no bit of any output") func removal() {
    var count = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let random = RandomNetwork(seed: seed)
      let activity = Activity(random.plain.lanes(random.samples))
      var pruned = random.plain
      for index in activity.removable {
        let place = random.plain.hidden[index]
        count += 1
        // Its column is all that the others see of it.
        for row in pruned.layers[place.layer + 1].weights.indices {
          pruned.layers[place.layer + 1].weights[row][place.neuron] = 0
        }
      }
      for sample in random.samples {
        #expect(pruned.outputs(sample.inputs) == random.plain.outputs(sample.inputs), "\(seed)")
      }
    }
    #expect(count > 200)
  }
}
