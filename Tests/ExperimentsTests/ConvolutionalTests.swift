import Autograd
import Datasets
import Experiments
import Foundation
import NeuralNetworks
import Testing

@Suite("Convolutional networks from YAML") struct ConvolutionalTests {
  private static func yaml(_ model: String, loss: String = "crossEntropy") -> String {
    """
    data: {kind: digits, count: 40, split: [1, 0, 0]}
    model: \(model)
    loss: \(loss)
    optimizer: {kind: adam, learningRate: 0.02}
    steps: 8
    """
  }

  private static let good =
    "{kind: cnn, layers: [{convolution: {filters: 2, size: 3}}, {maxPool: 2}, {dense: 10}]}"

  @Test("the loss falls, and there is one program for all classes") func training() throws {
    var trainer = try Trainer(Experiment(yaml: Self.yaml(Self.good)))
    #expect(trainer.layers == [2, 10] && trainer.parameters.count == 2 * 10 + 10 * 19)
    #expect(trainer.description.programs.count == 1)
    var losses: [Double] = []
    while let step = trainer.next() { losses.append(step.loss) }
    #expect(losses.count == 8 && losses[7] < losses[0])
    let example = trainer.split.train[3]
    let lane = trainer.lane(example)
    #expect(lane.program == 0 && lane.targets == (0..<10).map { $0 == 3 ? 1 : 0 })
  }

  @Test("the mean gradient over the lanes is that of the whole graph, walked example by example")
  func gradients() throws {
    var trainer = try Trainer(Experiment(yaml: Self.yaml(Self.good)))
    let examples = trainer.split.train
    var runner = LaneRunner(trainer.description.programs)
    var totals = [Double](repeating: 0, count: trainer.parameters.count)
    runner.set(trainer.parameters)
    for example in examples.reversed() {
      runner.forward(trainer.lane(example))
      runner.backward(seed: 1 / Double(examples.count), addingTo: &totals)
    }
    #expect(trainer.next()?.gradients == totals)
    let worst = trainer.gradientCheck(limit: 60).worst?.error ?? .infinity
    #expect(worst < 1e-5, "\(worst)")
  }

  @Test("a run is described by its parts and read again") func description() throws {
    var trainer = try Trainer(Experiment(yaml: Self.yaml(Self.good)))
    var again = try Trainer(trainer.description)
    #expect(trainer.next()?.gradients == again.next()?.gradients)
  }

  @Test(
    "what does not fit is told with its place",
    arguments: [
      ("{kind: cnn, layers: [{maxPool: 9}, {dense: 10}]}", "model.layers[1]", "{maxPool"),
      (
        "{kind: cnn, layers: [{convolution: {filters: 2, size: 3}}, {maxPool: 7}, {dense: 10}]}",
        "model.layers[2]", "{maxPool"
      ),
      ("{kind: cnn, shape: [4, 4], layers: [{dense: 10}]}", "model.shape", "[4"),
      ("{kind: cnn, layers: [{dense: 9}]}", "model.layers", "[{dense"),
      ("{kind: cnn, layers: [{dense: 10}, {maxPool: 2}]}", "model.layers[2]", "{maxPool"),
      ("{kind: cnn, layers: [{dense: 10, maxPool: 2}]}", "model.layers[1]", "{dense"),
      ("{kind: cnn, layers: [{maxPool: 1}, {dense: 10}]}", "model.layers[1].maxPool", "1}"),
      ("{kind: cnn, shape: [8], layers: [{dense: 10}]}", "model.shape", "[8"),
      ("{kind: cnn, layers: [{dense: 90000}, {dense: 10}]}", "model.layers[1]", "{dense"),
    ])
  func mistakes(_ model: String, _ key: String, _ place: String) throws {
    let error = #expect(throws: ExperimentError.self) {
      _ = try Trainer(Experiment(yaml: Self.yaml(model)))
    }
    guard case .wrongValue(let found, _, _) = error?.problem else {
      Issue.record("\(model): \(String(describing: error))")
      return
    }
    #expect(found == key)
    let start = model.range(of: place)?.lowerBound ?? model.endIndex
    let column = "model: ".count + model.distance(from: model.startIndex, to: start) + 1
    #expect(error?.place == .file(line: 2, column: column), "\(model)")
  }
}
