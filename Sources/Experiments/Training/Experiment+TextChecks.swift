internal import Datasets
internal import NeuralNetworks

extension Experiment {
  /// Whether texts and a character model go together, and the model is not too large.
  ///
  /// - Returns: how many parameters the model has; `nil` where there are neither.
  func checkText(_ plan: NetworkPlan, _ dataset: Dataset) throws(ExperimentError) -> Double? {
    guard let shape = plan.textShape else {
      if case .text = data.source {
        throw wrong(
          "model.kind", model.stages == nil ? "mlp" : "cnn",
          "gpt, which is the kind that reads text")
      }
      return nil
    }
    guard case .text = data.source else {
      throw wrong("model.kind", "gpt", "mlp or cnn, unless the data are {text: names.txt}")
    }
    let longest = dataset.inputNames.count
    guard shape.context >= longest else {
      throw wrong(
        "model.context", "\(shape.context)",
        "at least \(longest): the longest text has \(longest - 1) characters, and an end")
    }
    if let loss, loss != .crossEntropy {
      throw wrong("loss", loss.rawValue, "crossEntropy, or nothing, with text")
    }
    guard shape.isWithinLimits else {
      throw wrong(
        "model.context",
        "\(shape.context) positions, together \(shape.totalValues.inMillions) values",
        "few enough for \(GPT.Shape.valueLimit.inMillions): shorter lines or a smaller model")
    }
    return Double(shape.parameterCount)
  }
}

extension GPT.Shape {
  /// The programs of more values than this would not fit into the memory of a small machine.
  fileprivate static let valueLimit = 4e6

  /// About how many values the programs of all lengths have together.
  fileprivate var totalValues: Double {
    (1...context).reduce(0) { $0 + valueCount(positions: $1) }
  }

  /// Whether the programs of all lengths can be recorded.
  var isWithinLimits: Bool { totalValues <= Self.valueLimit }
}

extension Double {
  fileprivate var inMillions: String { "\((self / 1e5).rounded() / 10) million" }
}
