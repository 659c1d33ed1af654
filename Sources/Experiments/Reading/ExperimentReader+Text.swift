internal import NeuralNetworks
internal import Yams

extension ExperimentReader {
  /// The data of texts; `nil` where they are others.
  func texts(_ field: Field) throws(ExperimentError) -> DataDescription? {
    guard Self.isText(field) else { return nil }
    let keys = try section(field, "text", "shuffle", "split")
    return DataDescription(
      source: .text(path: try keys.required("text", example: "names.txt").string()),
      shuffle: try keys["shuffle"]?.bool() ?? true,
      split: try split(keys["split"], [0.9, 0.1, 0]))
  }

  static func isText(_ data: Field) -> Bool {
    data.node.mapping?.contains { $0.key.scalar?.string == "text" } ?? false
  }

  /// A model with `kind: gpt`.
  func gpt(_ field: Field) throws(ExperimentError) -> ModelDescription {
    let keys = try section(
      field, "kind", "context", "width", "heads", "blocks", "hidden", "activation",
      "initialization")
    let width = try keys["width"]?.integer(1...1_000) ?? 16
    var model = ModelDescription(
      layers: [], groups: nil, weights: nil,
      activation: try keys["activation"]?.choice(Activation.self) ?? .relu, outputActivation: nil,
      initialization: try keys["initialization"].map { field throws(ExperimentError) in
        try initialization(field)
      } ?? Initialization(.normal(deviation: 0.08)), isResidual: false)
    let heads = try keys["heads"]?.integer(1...width) ?? (width % 4 == 0 ? 4 : 1)
    if let field = keys["heads"], width % heads != 0 {
      throw field.wrong("a number that divides the width, \(width)")
    }
    model.gpt = GPTDescription(
      context: try keys["context"]?.integer(1...1_000), width: width, heads: heads,
      blocks: try keys["blocks"]?.integer(1...100) ?? 1,
      hidden: try keys["hidden"]?.integer(1...10_000) ?? 4 * width)
    return model
  }
}
