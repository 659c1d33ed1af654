import Activity
import Autograd
import GraphModel
import NeuralNetworks
import Testing

@Suite("Saturated neurons") struct SaturationTests {
  /// Always saturated, saturated in the last two examples, never, and linear with large sums.
  private static func activity(_ activation: Activation) -> Activity {
    let network = PlainNetwork(layers: [
      .init(weights: [[1], [4], [0.1]], biases: [20, 0, 0], activation: activation),
      .init(weights: [[1, 1, 1]], biases: [0], activation: .linear),
    ])
    return Activity(
      network.lanes([0.5, 3, 4].map { Sample(inputs: [$0], targets: [7]) }))
  }

  @Test(
    "tanh and sigmoid with a slope below 0.001 are saturated, here or over the set",
    arguments: [Activation.tanh, .sigmoid])
  func saturated(_ activation: Activation) {
    let activity = Self.activity(activation)
    #expect(activity.neurons.map(\.measurement.saturatedCount) == [3, 2, 0])
    #expect(activity.neurons[1].findings == [] && activity.neurons[2].findings == [])
    #expect(activity.neurons[1].reason.contains("fires in 3 of 3 examples, saturated in 2 of 3"))
    #expect(!activity.neurons[2].reason.contains("saturated"))
    let here = activity.readings(activity.lanes.lanes[1])
    #expect(here[1].verdict == .saturated && here[2].verdict == .active)
    #expect(activity.readings(activity.lanes.lanes[0])[1].verdict == .active)
  }

  @Test("the verdict over the set needs every example, and that the output changes") func always() {
    let network = PlainNetwork(layers: [
      .init(weights: [[2], [2]], biases: [2, 400], activation: .tanh),
      .init(weights: [[1, 1]], biases: [0], activation: .linear),
    ])
    let samples = [2.0, 3, 4].map { Sample(inputs: [$0], targets: [7]) }
    let (first, second) = { ($0[0], $0[1]) }(Activity(network.lanes(samples)).neurons)
    #expect(first.verdict == .saturated && first.findings == [.saturated])
    #expect(
      first.reason == "saturated: in all 3 examples the slope of its tanh is below 0.001; "
        + "it acts, but its weights hardly learn")
    // tanh(404) is 1 in every bit, and its slope below every number: a bias that does not learn.
    #expect(second.verdict == .constant)
    #expect(second.findings == [.constant, .saturated, .notLearning])
  }

  @Test("the slope decides: just above 0.001 is not saturated, just below is") func threshold() {
    // 1 − tanh² = 0.001 where the sum is artanh(√0.999) = 4.1464…
    for (sum, isSaturated) in [(4.145, false), (4.148, true)] {
      let neuron = Recorded.activity(over: [[1]]) { inputs in
        let (weight, bias) = (Value.parameter(sum), Value.parameter(0))
        let output = (bias + weight * inputs[0]).tanh()
        return Recorded(outputs: [output], parameters: [weight, bias])
      }.neurons[0]
      #expect(neuron.findings == (isSaturated ? [.saturated] : []))
    }
  }

  @Test(
    "a large or flat ReLU, leaky ReLU, GELU or softplus is not called saturated",
    arguments: [Activation.relu, .leakyRelu, .gelu, .softplus])
  func others(_ activation: Activation) {
    #expect(Self.activity(activation).neurons.allSatisfy { $0.measurement.saturatedCount == 0 })
  }
}
