internal import NeuralNetworks
public import Weights

/// A network trained elsewhere, as it was read from a file.
public struct TrainedNetwork: Sendable {
  /// How the activation of a layer is known.
  public enum Source: Sendable {
    /// A person said it.
    case said
    /// It stands in the file.
    case file
    /// Neither; it is the usual one.
    case assumed
  }

  /// The layers and how they were read.
  public let reading: WeightsReading
  /// What each layer does with its sums.
  public let activations: [ActivationName]
  /// How that is known, of each layer.
  public let sources: [Source]
  /// The path of the file.
  public let path: String
  /// The activation of the last layer, where the loss contains it and the outputs are what goes into
  /// it: logits.
  public private(set) var inLoss: ActivationName?

  /// The layers.
  public var layers: [LinearLayer] { reading.layers }
  var inputCount: Int { layers[0].shape[1] }
  var outputCount: Int { layers[layers.count - 1].shape[0] }

  /// - Parameters:
  ///   - said: activations that a person named: one for all hidden layers, one for each of them, or
  ///     one for each layer.
  ///   - usual: of hidden layers of which nothing is said.
  init(
    _ reading: WeightsReading, path: String, said: [String]?, usual: Activation
  ) throws(ExperimentError) {
    let layers = reading.layers
    let said = try Self.spread(said, over: layers.count, path)
    var activations: [ActivationName] = []
    var sources: [Source] = []
    for (index, layer) in layers.enumerated() {
      let isLast = index == layers.count - 1
      let names = try [said[index], layer.activation].map { (text) throws(ExperimentError) in
        try text.map { (text) throws(ExperimentError) in
          try Self.name(text, index, isLast: isLast, path)
        }
      }
      if let own = names[0], let written = names[1], own != written {
        throw ExperimentError(
          place: .input(path: path),
          problem: .activationConflict(layer: index + 1, said: own.name, file: written.name))
      }
      activations.append(names[1] ?? names[0] ?? .activation(isLast ? .linear : usual))
      sources.append(names[1] != nil ? .file : names[0] != nil ? .said : .assumed)
    }
    self.reading = reading
    self.path = path
    self.activations = activations
    self.sources = sources
  }

  /// What was said of each layer.
  private static func spread(
    _ said: [String]?, over count: Int, _ path: String
  ) throws(ExperimentError) -> [String?] {
    guard let said else { return Array(repeating: nil, count: count) }
    if said.count == count { return said }
    if said.count == count - 1 { return said + [nil] }
    guard said.count == 1 else {
      throw ExperimentError(
        place: .input(path: path), problem: .activationCount(found: said.count, layers: count))
    }
    return Array(repeating: said[0], count: count - 1) + [nil]
  }

  private static func name(
    _ text: String, _ index: Int, isLast: Bool, _ path: String
  ) throws(ExperimentError) -> ActivationName {
    guard let name = ActivationName(text), isLast || name != .softmax else {
      throw ExperimentError(
        place: .input(path: path), problem: .unknownActivation(layer: index + 1, name: text))
    }
    return name
  }
}

extension TrainedNetwork {
  /// The loss that fits the last activation where none is named; `nil` where the data say it.
  func usualLoss(hasClasses: Bool) -> LossKind? {
    guard hasClasses, let last = activations.last else { return nil }
    switch last {
    case .activation(.sigmoid): return .binaryCrossEntropy
    case .softmax: return .crossEntropy
    case .activation: return nil
    }
  }

  /// Takes the last activation out where the loss contains it: the binary cross-entropy a sigmoid,
  /// the cross-entropy a softmax. Without answers a softmax is left away, too.
  mutating func fold(into loss: LossKind) throws(ExperimentError) {
    let last = activations[activations.count - 1]
    switch (last, loss) {
    case (.activation(.sigmoid), .binaryCrossEntropy), (.softmax, .crossEntropy),
      (.softmax, .unknown):
      inLoss = last
    case (.softmax, _), (.activation(.sigmoid), .crossEntropy), (.activation(.sigmoid), .hinge):
      throw ExperimentError(
        place: .input(path: path),
        problem: .outputActivation(name: last.name, loss: loss))
    default: break
    }
  }

  /// The activation of each layer as the network computes it.
  var computed: [Activation] {
    zip(activations.indices, activations).map { index, name in
      guard case .activation(let activation) = name, inLoss == nil || index < activations.count - 1
      else { return .linear }
      return activation
    }
  }
}
