internal import NeuralNetworks
internal import Randomness
internal import Refusal

extension Trainer {
  /// Whether the network is made of convolutions, pooling and plain layers.
  public var isConvolutional: Bool { experiment.model.stages != nil }

  /// The same experiment with only some of the filters and neurons of its convolutional network,
  /// trained no further.
  ///
  /// - Parameters:
  ///   - kept: of each layer with neurons the places of those to keep, in order.
  ///   - parameters: of the whole network.
  /// - Precondition: a convolutional network of which each layer keeps a neuron, the last one all.
  public func keeping(_ kept: [[Int]], _ parameters: [Double]) -> Trainer {
    let plan = KeptStages(of: self, kept, parameters)
    var description = description
    description.experiment.model.stages = plan.stages
    description.experiment.model.layers = kept.map(\.count)
    description.experiment.steps = 0
    var random = Xorshift64Star(seed: max(experiment.seed, 1))
    let network = Network(
      NetworkPlan(description.experiment.model, nil, activations), inputNames: inputNames,
      task: objective.network.task, l2: experiment.l2, random: &random)
    description.layers = kept.map(\.count)
    description.programs = network.programs
    description.penalty = network.penalty
    do {
      var trainer = try Trainer(description)
      trainer.use(plan.parameters)
      return trainer
    } catch {
      refuse("a part of a network is a network: \(error.mistake)")
    }
  }
}

/// The stages of a convolutional network with some of their filters and neurons, and what is left of
/// the parameters.
private struct KeptStages {
  private(set) var stages: [ConvolutionalNetwork.Stage] = []
  private(set) var parameters: [Double] = []

  init(of trainer: Trainer, _ kept: [[Int]], _ all: [Double]) {
    guard var shape = trainer.pictureShape, let whole = trainer.experiment.model.stages else {
      refuse("this network is not convolutional")
    }
    // What is left of the channels that the next stage reads.
    var channels = Array(0..<shape.channels)
    var rest = all[...]
    var layer = 0
    for stage in whole {
      if let count = stage.neuronCount {
        let area = stage.area(over: shape)
        for neuron in 0..<count {
          let own = Array(rest.prefix(shape.channels * area + 1))
          rest = rest.dropFirst(own.count)
          guard kept[layer].contains(neuron) else { continue }
          parameters += channels.flatMap { own[$0 * area..<($0 + 1) * area] } + own.suffix(1)
        }
        channels = kept[layer]
        layer += 1
      }
      stages.append(stage.keeping(channels.count))
      shape = stage.outputShape(over: shape) ?? shape
    }
  }
}

extension ConvolutionalNetwork.Stage {
  /// How many weights a neuron of the stage has for each channel.
  fileprivate func area(over shape: FeatureShape) -> Int {
    if case .convolution(_, let size) = self { return size * size }
    return shape.rows * shape.columns
  }

  /// The same stage with so many filters or neurons; pooling stays as it is.
  fileprivate func keeping(_ count: Int) -> ConvolutionalNetwork.Stage {
    switch self {
    case .convolution(_, let size): .convolution(filters: count, size: size)
    case .maxPool: self
    case .dense: .dense(neurons: count)
    }
  }
}
