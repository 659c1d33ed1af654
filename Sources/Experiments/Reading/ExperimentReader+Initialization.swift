internal import NeuralNetworks

extension ExperimentReader {
  /// A scheme by its name, or a distribution such as `{uniform: 0.3, biases: true}`.
  func initialization(_ field: Field?) throws(ExperimentError) -> Initialization {
    guard let field else { return .uniform }
    guard field.isMapping else {
      return Initialization(.scheme(try field.choice(Initialization.Scheme.self, or: Self.others)))
    }
    let keys = try section(field, "uniform", "normal", "biases")
    let biases = try keys["biases"]?.bool() ?? false
    switch (keys["uniform"], keys["normal"]) {
    case (let limit?, nil):
      return Initialization(.uniform(within: try limit.positive()), drawsBiases: biases)
    case (nil, let deviation?):
      return Initialization(.normal(deviation: try deviation.positive()), drawsBiases: biases)
    default: throw field.wrong("either uniform or normal, such as {uniform: 0.3}")
    }
  }

  private static let others = ["{uniform: 0.3}", "{normal: 0.1}"]
}
