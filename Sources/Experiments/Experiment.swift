public import NeuralNetworks

/// A training run, described: data, model, loss, optimiser, steps and what is drawn.
public struct Experiment: Sendable, Equatable {
  /// What the run is called.
  public var name: String
  /// Where all random numbers start: first the data's, then the model's.
  public var seed: UInt64
  public var data: DataDescription
  public var model: ModelDescription
  public var loss: LossKind
  /// The strength of the L2 penalty on all parameters; 0 for none.
  public var l2: Double
  public var optimizer: OptimizerDescription
  /// How many times the parameters are updated.
  public var steps: Int
  /// The validation loss is computed before every so many steps, starting with the first.
  public var validateEvery: Int
  public var view: ViewDescription
  /// Where the values stand that may turn out not to fit the data, by key.
  var places: [String: ExperimentError.Place] = [:]
}

/// Where the examples come from.
public struct DataDescription: Sendable, Equatable {
  public enum Source: Sendable, Equatable {
    case generated(Generator, count: Int, noise: Double?, classes: Int?)
    /// A CSV file, the input columns, and the column of the class or the number to predict.
    case csv(path: String, inputs: [String], target: String, isClass: Bool)
  }

  /// The seeded generators.
  public enum Generator: String, CaseIterable, Sendable {
    case yinyang, moons, circles, spirals, blobs, xor
  }

  public var source: Source
  /// Whether the examples are put in random order before they are split.
  public var shuffle: Bool
  /// The shares of the examples to train on, to validate on and to test on.
  public var split: [Double]
}

/// A network.
public struct ModelDescription: Sendable, Equatable {
  /// The number of neurons of each layer, the outputs last.
  public var layers: [Int]
  public var activation: Activation
  public var initialization: Initialization
}

/// The losses of a network's outputs.
public enum LossKind: String, CaseIterable, Sendable {
  case crossEntropy, binaryCrossEntropy, meanSquaredError, hinge
}

/// A rule that moves the parameters.
public struct OptimizerDescription: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable { case sgd, adam, adamw }

  public var kind: Kind
  public var learningRate: Double
  /// If given, the learning rate falls in a straight line to this value after the last step.
  public var finalLearningRate: Double?
  public var momentum: Double
  public var betas: [Double]
  public var epsilon: Double
  public var weightDecay: Double

  /// The learning rate of a step, counted from 1.
  func learningRate(step: Int, of steps: Int) -> Double {
    guard let finalLearningRate else { return learningRate }
    return learningRate - (learningRate - finalLearningRate) * Double(step - 1) / Double(steps)
  }

  func makeOptimizer() -> any Optimizer {
    let pair = (betas[0], betas[1])
    switch kind {
    case .sgd: return SGD(learningRate: learningRate, momentum: momentum)
    case .adam: return Adam(learningRate: learningRate, betas: pair, epsilon: epsilon)
    case .adamw:
      return AdamW(
        learningRate: learningRate, betas: pair, epsilon: epsilon, weightDecay: weightDecay)
    }
  }
}

/// What is drawn of a run: the graph of one example.
public struct ViewDescription: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable { case scalar }

  public enum Subject: Sendable, Equatable {
    /// A training example, counted from 1.
    case example(Int)
    /// Numbers of one's own, with the class (from 0) or the number that should come out.
    case input([Double], target: Double)
  }

  public var kind: Kind
  public var subject: Subject
  /// Whether a neuron's long sums are drawn as one Σ.
  public var foldsSums: Bool
}
