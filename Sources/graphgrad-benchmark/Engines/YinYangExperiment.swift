import GraphGradKit

/// The experiment of Samples/yinyang.yaml, carried along so that the benchmark runs anywhere.
enum YinYangExperiment {
  /// - Parameter settings: what is to be different, such as `steps=20`.
  static func trainer(_ settings: [String] = []) throws(ExperimentError) -> Trainer {
    try Trainer(Experiment(yaml: yaml, settings: settings))
  }

  static let yaml = """
    name: yinyang
    seed: 42
    data: {kind: yinyang, count: 100}
    model: {kind: mlp, layers: [8, 3], activation: tanh}
    loss: {kind: crossEntropy, form: spelled}
    optimizer: {kind: adamw, learningRate: 0.1, betas: [0.9, 0.95], weightDecay: 1e-4}
    steps: 100
    view: {kind: scalar, input: [0, 0], label: 0}
    """
}
