import Autograd
import Datasets
import Experiments
import NeuralNetworks
import Randomness

/// The training loss of a yin-yang experiment recorded as one graph with plain values: the slow,
/// obvious way, to compare with.
struct WholeGraph {
  let loss: Double
  let gradients: [Double]

  init(_ experiment: Experiment, _ step: Trainer.Step) throws {
    let trainer = try Trainer(experiment)
    (loss, gradients) = Tape.recording {
      var random = Xorshift64Star(seed: 1)
      let model = MLP(
        inputs: 2, layers: experiment.model.layers, activation: experiment.model.activation,
        random: &random)
      for (parameter, number) in zip(model.parameters, step.parameters) { parameter.data = number }
      var total = Value.constant(0)
      for example in trainer.split.train {
        guard case .label(let label) = example.target else { continue }
        let outputs = model(
          example.inputs.map { Value($0) }, isSpelled: false)
        total = total + Self.loss(trainer.loss, outputs, label)
      }
      let share = experiment.reduction == .sum ? 1 : 1 / Double(trainer.split.train.count)
      let loss = total * share + Loss.l2(model.parameters, strength: experiment.l2)
      let gradients = loss.backward()
      return (loss.data, model.parameters.map { gradients[$0] })
    }
  }

  private static func loss(_ kind: LossKind, _ outputs: [Value], _ label: Int) -> Value {
    let zeroOne = outputs.indices.map { Value($0 == label ? 1 : 0) }
    switch kind {
    case .crossEntropy: return Loss.crossEntropy(outputs, label: label)
    case .meanSquaredError: return Loss.meanSquaredError(outputs, targets: zeroOne)
    case .squaredError: return Loss.squaredError(outputs, targets: zeroOne)
    case .squaredShortfall:
      return Loss.squaredShortfall(outputs, targets: zeroOne, ends: 0...1)
    case .binaryCrossEntropy:
      return zip(outputs, zeroOne).map { Loss.binaryCrossEntropy($0, target: $1) }.sum()
    case .unknown: preconditionFailure("a run that is trained has a loss")
    case .hinge:
      let signs = outputs.indices.map { Value($0 == label ? 1 : -1) }
      return zip(outputs, signs).map { Loss.hinge($0, target: $1) }.sum()
    }
  }
}
