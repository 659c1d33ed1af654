import Activity
import Autograd
import GraphModel
import NeuralNetworks
import Testing

@Suite("Verdicts under strange numbers, one example, a tolerance") struct StrangeNumberTests {
  private static func network(_ weight: Double, _ bias: Double) -> PlainNetwork {
    PlainNetwork(layers: [
      .init(weights: [[weight], [1]], biases: [bias, 1], activation: .relu),
      .init(weights: [[1, 1]], biases: [0], activation: .linear),
    ])
  }

  private static func activity(_ weight: Double, _ bias: Double) -> Activity {
    Activity(network(weight, bias).lanes([1.0, 2].map { Sample(inputs: [$0], targets: [0]) }))
  }

  @Test("a neuron that gives nan is not silent, not constant, and changes everything") func nan() {
    let neuron = Self.activity(.nan, 0).neurons[0]
    #expect(neuron.verdict == .active && !neuron.findings.contains(.notLearning))
    #expect(neuron.measurement.fires == 1 && neuron.measurement.output.mean.isNaN)
    #expect(neuron.measurement.removal.outputs == .infinity)
    #expect(neuron.reason.contains("outputs change by up to inf and the loss by nan"))
  }

  @Test("a sum of −inf is dead and certified") func minusInfinity() {
    let neuron = Self.activity(1, -.infinity).neurons[0]
    #expect(neuron.findings == [.dead, .cannotFire, .zeroEffect, .notLearning])
    #expect(neuron.reason.contains("at most −inf over all 2 examples"))
  }

  @Test("the same infinity in every example is constant") func infinity() {
    let neuron = Self.activity(1, .infinity).neurons[0]
    #expect(neuron.verdict == .constant && neuron.reason.contains("its output is inf in all 2"))
    #expect(neuron.measurement.removal.outputs == .infinity)
  }

  @Test("an input that is no number is in no box: nothing is certified by the others")
  func nanInput() {
    for inputs in [[[1.0], [.nan]], [[.nan], [1]]] {
      let samples = inputs.map { Sample(inputs: $0, targets: [0]) }
      let neuron = Activity(Self.network(-1, 0).lanes(samples)).neurons[0]
      #expect(neuron.measurement.silentCount == 1 && neuron.measurement.output.mean.isNaN)
      #expect(!neuron.findings.contains(.cannotFire) && !neuron.findings.contains(.dead))
    }
  }

  @Test("no number in any parameter stops the measuring", arguments: 0..<7) func everywhere(
    _ place: Int
  ) {
    let strange: [Double] = [
      .nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, -0.0,
    ]
    for activation in Activation.allCases {
      for number in strange {
        let network = Self.network(1, 0)
        let samples = [0.0, 2].map { Sample(inputs: [$0], targets: [0]) }
        var layers = network.layers
        layers[0].activation = activation
        let lanes = PlainNetwork(layers: layers).lanes(samples)
        var parameters = lanes.parameters
        parameters[place] = number
        let activity = Activity(LaneSet(lanes.programs, lanes: lanes.lanes, parameters: parameters))
        #expect(activity.neurons.count == 2)
        #expect(activity.neurons.allSatisfy { !$0.reason.isEmpty })
        _ = lanes.lanes.map(activity.readings)
      }
    }
  }

  @Test("constant outputs whose sum rounds have a mean of just their value") func meanOfEqual() {
    // 0.1 + 0.1 + 0.1 is not 0.3 and a third of it not 0.1.
    let samples = [1.0, 2, 3].map { Sample(inputs: [$0], targets: [0]) }
    let neuron = Activity(Self.network(0, 0.1).lanes(samples)).neurons[0]
    #expect(neuron.measurement.output.mean == 0.1)
    #expect(neuron.verdict == .constant && neuron.measurement.clampingToMean.outputs == 0)
  }
}
