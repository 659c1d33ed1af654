internal import Datasets
internal import Yams

extension ExperimentReader {
  /// - Parameter isTrained: whether examples are kept apart for validation if nothing is said.
  func data(_ field: Field, isTrained: Bool) throws(ExperimentError) -> DataDescription {
    let isTable = field.node.mapping?.contains { $0.key.scalar?.string == "csv" } ?? false
    if let patterns = try patterns(field) { return patterns }
    if let texts = try texts(field) { return texts }
    if let diffusion = try diffusion(field) { return diffusion }
    return try isTable ? table(field, isTrained) : generated(field, isTrained)
  }

  private func generated(
    _ field: Field, _ isTrained: Bool
  ) throws(ExperimentError) -> DataDescription {
    let keys = try section(field, "kind", "count", "noise", "classes", "shuffle", "split")
    let kind = try keys.required("kind", example: "yinyang").choice(
      DataDescription.Generator.self, or: Patterns.allCases.map(\.rawValue) + [Self.diffusionKind])
    let isXor = kind == .xor
    let source = DataDescription.Source.generated(
      kind, count: try keys["count"]?.integer(1...1_000_000) ?? (isXor ? 4 : 100),
      noise: try keys["noise"]?.positive(), classes: try keys["classes"]?.integer(2...1_000))
    try check(keys, kind)
    return DataDescription(
      source: source, shuffle: try keys["shuffle"]?.bool() ?? false,
      split: try split(keys["split"], isXor || !isTrained ? [1, 0, 0] : [0.8, 0.1, 0.1]))
  }

  /// Whether the generator takes what it is told.
  func check(_ keys: Section, _ kind: DataDescription.Generator) throws(ExperimentError) {
    if let noise = keys["noise"], kind == .yinyang { throw noise.wrong("no noise with yinyang") }
    if let classes = keys["classes"], kind != .spirals, kind != .blobs {
      throw classes.wrong("no number of classes with \(kind.rawValue)")
    }
  }

  private func table(
    _ field: Field, _ isTrained: Bool
  ) throws(ExperimentError) -> DataDescription {
    let keys = try section(
      field, "csv", "header", "inputs", "label", "target", "targets", "classes", "name", "shuffle",
      "split")
    let columns = CSVColumns(
      inputs: try keys.required("inputs", example: "[x, y]").columns(),
      answer: try answer(keys, isTrained),
      name: try keys["name"]?.string(), classes: try keys["classes"]?.columns(),
      hasHeader: try keys["header"]?.bool())
    try checkAnswer(columns, keys)
    return DataDescription(
      source: .csv(
        path: try keys.required("csv", example: "points.csv").string(), columns: columns),
      shuffle: try keys["shuffle"]?.bool() ?? isTrained,
      split: try split(keys["split"], isTrained ? [0.8, 0.1, 0.1] : [1, 0, 0]))
  }

  /// The answer is never an input, and classes go with a label.
  private func checkAnswer(_ columns: CSVColumns, _ keys: Section) throws(ExperimentError) {
    let answers: [String] =
      switch columns.answer {
      case .label(let name): [name]
      case .targets(let names): names
      case .unknown: []
      }
    if let inputs = keys["inputs"], !Set(answers).isDisjoint(with: columns.inputs) {
      throw inputs.wrong("columns other than the answer's, \(answers.joined(separator: ", "))")
    }
    if let classes = keys["classes"], keys["label"] == nil {
      throw classes.wrong("beside a label, whose classes it names")
    }
  }

  /// Without an answer a network can be looked at but not trained.
  private func answer(
    _ keys: Section, _ isTrained: Bool
  ) throws(ExperimentError) -> CSVColumns.Answer {
    let given = ["label", "target", "targets"].compactMap { keys[$0] }
    if given.count > 1 {
      throw given[0].wrong("either a label (a class) or targets (numbers), not both")
    }
    if let targets = keys["targets"] { return .targets(try targets.columns()) }
    if let target = keys["target"] { return .targets([try target.string()]) }
    if keys["label"] == nil, !isTrained { return .unknown }
    return .label(try keys.required("label", example: "class").string())
  }

  func split(_ field: Field?, _ fallback: [Double]) throws(ExperimentError) -> [Double] {
    guard let field else { return fallback }
    let expected = "three shares from 0 to 1 that add up to 1, such as [0.8, 0.1, 0.1]"
    var shares: [Double] = []
    for share in try field.list(expected) {
      shares.append(try share.number("a share from 0 to 1") { (0...1).contains($0) })
    }
    guard shares.count == 3, abs(shares.reduce(0, +) - 1) < 1e-9 else {
      throw field.wrong(expected)
    }
    return shares
  }
}

extension Field {
  /// The names of columns.
  fileprivate func columns() throws(ExperimentError) -> [String] {
    var names: [String] = []
    for name in try list("a list of names") {
      names.append(try name.string())
    }
    return names
  }
}
