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

  @Test("a neuron that gives nan is called so: it neither fires nor is off, and changes everything")
  func nan() {
    let activity = Self.activity(.nan, 0)
    let neuron = activity.neurons[0]
    #expect(neuron.verdict == .notANumber && !neuron.findings.contains(.notLearning))
    #expect(neuron.measurement.fires.isNaN && neuron.measurement.output.mean.isNaN)
    #expect(neuron.measurement.removal.outputs == .infinity)
    #expect(
      neuron.reason
        == "nan: its output is nan in 2 of 2 examples, and nothing else can be said of it")
    let here = activity.readings(activity.lanes.lanes[0])[0]
    #expect(here.verdict == .notANumber)
    #expect(here.reason == "nan here: its pre-activation is nan and its output nan")
    var meter = FiringMeter(activity.lanes)
    let fires = meter.fires(with: activity.lanes.parameters)
    #expect(fires[0].isNaN && fires[1] == 1)
  }

  @Test(
    "beside a neuron that gives nan no other is said to have no effect, but a dead one has none")
  func besideNaN() {
    let network = PlainNetwork(layers: [
      .init(weights: [[.nan], [1], [-1], [.nan]], biases: [0, 1, 0, 0], activation: .relu),
      .init(weights: [[1, 1, 1, 1]], biases: [0], activation: .linear),
    ])
    let neurons = Activity(network.lanes([1.0, 2].map { Sample(inputs: [$0], targets: [0]) }))
      .neurons
    #expect(neurons.map(\.verdict) == [.notANumber, .active, .dead, .notANumber])
    #expect(neurons[1].measurement.removal.outputs.isNaN && neurons[1].measurement.fires == 1)
    #expect(neurons[1].reason.contains("what changes without it cannot be told"))
    #expect(
      !neurons[0].findings.contains(.zeroEffect) && !neurons[1].findings.contains(.zeroEffect))
    #expect(neurons[2].findings.contains(.zeroEffect))
    #expect(neurons[2].measurement.removal.outputs == 0)
  }

  @Test("a neuron whose output becomes nan did not die, and its timeline is drawn") func history() {
    var history = FiringHistory(names: ["layer1/neuron1"])
    for fires in [0.5, .nan, .nan] { history.add(step: 1, loss: .nan, fires: [fires]) }
    #expect(history.events.isEmpty && history.death(of: 0) == nil)
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
