import Experiments
import Foundation
import Testing

private let yinYang = """
  name: yinyang
  seed: 42
  data: {kind: yinyang, count: 100}
  model: {kind: mlp, layers: [8, 3], activation: tanh}
  loss: {kind: crossEntropy, form: spelled}
  optimizer: {kind: adamw, learningRate: 0.1, betas: [0.9, 0.95], weightDecay: 1e-4}
  steps: 100
  view: {kind: scalar, input: [0, 0], label: 0}
  """

@Suite("The published run of the micrograd teaching module") struct ReferenceTests {
  /// The lines `step 1/100, train loss 1.0122152826497561` of the published run (Eureka Labs, 2024).
  private static func published() throws -> [(step: Int, split: String, loss: String)] {
    let url = try #require(
      Bundle.module.url(forResource: "yinyang-seed42-losses", withExtension: "txt"))
    let text = try String(contentsOf: url, encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      let words = line.split { " ,/".contains($0) }
      return (try #require(Int(words[1])), String(words[3]), String(words[5]))
    }
  }

  @Test("all 100 training losses digit for digit, the 10 validation losses as printed")
  func losses() throws {
    var trainer = try Trainer(Experiment(yaml: yinYang))
    var printed: [String] = []
    while let step = trainer.next() {
      if let loss = step.validationLoss {
        printed.append("\(step.number) val \(String(format: "%.6f", loss))")
      }
      printed.append("\(step.number) train \(step.loss)")
    }
    let published = try Self.published().map { "\($0.step) \($0.split) \($0.loss)" }
    #expect(published.count == 110)
    #expect(printed == published)
  }

  @Test("the objective's loss and gradients are those of one big graph, bit for bit")
  func bigGraph() throws {
    for (loss, reduction) in [
      ("crossEntropy", "mean"), ("meanSquaredError", "mean"), ("hinge", "sum"),
      ("binaryCrossEntropy", "mean"), ("squaredError", "mean"), ("squaredError", "sum"),
      ("squaredShortfall", "mean"),
    ] {
      let experiment = try Experiment(
        yaml: yinYang,
        settings: [
          "loss=\(loss)", "reduction=\(reduction)", "steps=3", "data.count=20", "l2=0.01",
        ])
      var trainer = try Trainer(experiment)
      while let step = trainer.next() {
        let whole = try WholeGraph(experiment, step)
        #expect(step.loss == whole.loss)
        #expect(step.gradients == whole.gradients)
      }
    }
  }
}
