public import NeuralNetworks

/// What a layer does with its sums, as people and files call it.
public enum ActivationName: Sendable, Equatable {
  /// An activation of the engine.
  case activation(Activation)
  /// The softmax over the outputs, which the cross-entropy contains.
  case softmax

  /// The names of PyTorch, scikit-learn, Keras and JAX, whatever their case; `nil` for what the
  /// engine lacks, such as `silu`.
  public init?(_ text: String) {
    var word = text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
    if let point = word.lastIndex(of: ".") { word = String(word[word.index(after: point)...]) }
    if word == "softmax" || word == "logsoftmax" {
      self = .softmax
      return
    }
    let names: [String: Activation] = [
      "relu": .relu, "leakyrelu": .leakyRelu, "leaky": .leakyRelu, "tanh": .tanh,
      "sigmoid": .sigmoid, "logistic": .sigmoid, "gelu": .gelu, "softplus": .softplus,
      "linear": .linear, "identity": .linear, "none": .linear,
    ]
    guard let activation = names[word] else { return nil }
    self = .activation(activation)
  }

  /// What it is called in tables.
  public var name: String {
    switch self {
    case .activation(let activation): activation.rawValue
    case .softmax: "softmax"
    }
  }

  /// The names to choose from, the engine's own.
  public static let known = Activation.allCases.map(\.rawValue) + ["softmax"]
}
