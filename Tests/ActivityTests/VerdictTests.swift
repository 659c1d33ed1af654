import Activity
import Autograd
import GraphModel
import NeuralNetworks
import Testing

/// A ReLU network with a neuron of each kind, and what has to be said of each.
private enum Garden {
  static let samples = [[1, 0.5], [2, 1], [3, -1]].map { Sample(inputs: $0, targets: [1]) }

  static let network = PlainNetwork(layers: [
    .init(
      weights: [[1, 0], [1, 0], [1, 1], [1, 0], [0, 0], [1, 0], [1, 0], [0, 1]],
      biases: [0, -4, -3.25, 0.5, 2, 1, -1.5, 1.5], activation: .relu),
    .init(
      weights: [
        [1, 1, 1, 0, 1, 0, 1, 0], [0, 0, 0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 1],
      ], biases: [1, -10, -1], activation: .relu),
    .init(weights: [[1, 1, 1]], biases: [0.25], activation: .linear),
  ])

  /// Which neuron it is, its verdict, all its findings, and what its sentence says.
  typealias Row = (name: String, verdict: Verdict, findings: [Finding], reason: String)

  static let rows: [Row] = [
    ("layer1/neuron1", .active, [], "fires in 3 of 3 examples; without it outputs change by up to"),
    (
      "layer1/neuron2", .dead, [.dead, .cannotFire, .zeroEffect, .notLearning],
      "at most −1.0000 over all 3 examples, so its output is exactly 0 and the gradients of its "
        + "3 parameters are exactly 0; it cannot fire anywhere between"
    ),
    (
      "layer1/neuron3", .dead, [.dead, .zeroEffect, .notLearning],
      "at most −0.2500 over all 3 examples, so its output is exactly 0 and the gradients of its "
        + "3 parameters are exactly 0; gradient descent alone cannot"
    ),
    (
      "layer1/neuron4", .zeroEffect, [.zeroEffect, .blocked, .notLearning],
      "it fires in 3 of 3 examples, but there everything it feeds is off or has weight 0"
    ),
    (
      "layer1/neuron5", .constant, [.constant],
      "its output is 2.0000 in all 3 examples, so it acts only as a bias"
    ),
    (
      "layer1/neuron6", .disconnected, [.disconnected, .zeroEffect, .blocked, .notLearning],
      "each of its 3 outgoing weights is exactly 0"
    ),
    ("layer1/neuron7", .active, [], "fires in 2 of 3 examples; without it outputs change by up to"),
    ("layer1/neuron8", .active, [], "fires in 3 of 3 examples; without it outputs change by up to"),
    (
      "layer2/neuron1", .active, [.zeroGradientByInput],  // It reads the two dead ones.
      "fires in 3 of 3 examples; without it outputs change by up to"
    ),
    (
      "layer2/neuron2", .dead, [.dead, .cannotFire, .zeroEffect, .notLearning],
      "at most −6.5000 over all 3 examples, so its output is exactly 0 and the gradients of its "
        + "9 parameters are exactly 0; it cannot fire anywhere between the smallest and largest "
        + "inputs; only changes in the layers before it can bring it back"
    ),
    ("layer2/neuron3", .active, [], "fires in 2 of 3 examples; without it outputs change by up to"),
  ]
}

@Suite("Verdicts") struct VerdictTests {
  private let activity = Activity(Garden.network.lanes(Garden.samples))

  @Test(
    "every neuron has its verdict, its findings and a sentence of true numbers, no others",
    arguments: Garden.rows.indices)
  func verdict(_ index: Int) {
    let (row, neuron) = (Garden.rows[index], activity.neurons[index])
    #expect(neuron.site.name == row.name)
    #expect(neuron.verdict == row.verdict)
    #expect(neuron.findings == row.findings)
    #expect(neuron.reason.contains(row.reason), "\(neuron.reason)")
    let word = row.verdict == .zeroEffect ? "zero effect: " : "\(row.verdict): "
    #expect(neuron.reason.hasPrefix(word), "\(neuron.reason)")
  }

  @Test("all neurons but the linear output are judged") func count() {
    #expect(activity.neurons.map(\.site.name) == Garden.rows.map(\.name))
  }

  @Test("largest sums, firing and effects are those of the plain computation") func numbers() {
    for (place, neuron) in zip(Garden.network.hidden, activity.neurons) {
      let sums = Garden.samples.map {
        Garden.network.preactivations($0.inputs)[place.layer][place.neuron]
      }
      #expect(neuron.measurement.preactivation.highest == sums.max())
      #expect(neuron.measurement.preactivation.lowest == sums.min())
      #expect(neuron.measurement.silentCount == sums.count { $0 <= 0 })
      let effect = Garden.network.effect(of: place, over: Garden.samples)
      #expect(neuron.measurement.removal.outputs == effect)
    }
  }

  @Test("the sentence of an active neuron tells the effects on outputs and loss")
  func activeSentence() {
    for (place, neuron) in zip(Garden.network.hidden, activity.neurons)
    where neuron.verdict == .active {
      let effect = Garden.network.effect(of: place, over: Garden.samples)
      let loss =
        Garden.network.loss(over: Garden.samples, without: place)
        - Garden.network.loss(over: Garden.samples)
      let text = "\(loss > 0 ? "+" : "")\(NumberFormat.text(for: loss))"
      let words = "by up to \(NumberFormat.text(for: effect)) and the loss by \(text)"
      #expect(neuron.reason.hasSuffix(words), "\(neuron.reason)")
    }
  }

  @Test("a constant neuron can be replaced by its mean without any effect") func mean() {
    let constant = activity["layer1/neuron5"].measurement
    #expect(constant.output.lowest == 2 && constant.output.highest == 2)
    #expect(constant.removal.outputs == 2 && constant.clampingToMean.outputs == 0)
    #expect(activity["layer1/neuron1"].measurement.clampingToMean.outputs > 0)
  }
}
