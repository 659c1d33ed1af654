internal import Yams

extension ExperimentReader {
  func data(_ field: Field) throws(ExperimentError) -> DataDescription {
    let isTable = field.node.mapping?.contains { $0.key.scalar?.string == "csv" } ?? false
    return try isTable ? table(field) : generated(field)
  }

  private func generated(_ field: Field) throws(ExperimentError) -> DataDescription {
    let keys = try section(field, "kind", "count", "noise", "classes", "shuffle", "split")
    let kind = try keys.required("kind", example: "yinyang").choice(
      DataDescription.Generator.self)
    let isXor = kind == .xor
    let source = DataDescription.Source.generated(
      kind, count: try keys["count"]?.integer(1...1_000_000) ?? (isXor ? 4 : 100),
      noise: try keys["noise"]?.positive(), classes: try keys["classes"]?.integer(2...1_000))
    if let noise = keys["noise"], kind == .yinyang { throw noise.wrong("no noise with yinyang") }
    if let classes = keys["classes"], kind != .spirals, kind != .blobs {
      throw classes.wrong("no number of classes with \(kind.rawValue)")
    }
    return DataDescription(
      source: source, shuffle: try keys["shuffle"]?.bool() ?? false,
      split: try split(keys["split"], isXor ? [1, 0, 0] : [0.8, 0.1, 0.1]))
  }

  private func table(_ field: Field) throws(ExperimentError) -> DataDescription {
    let keys = try section(field, "csv", "inputs", "label", "target", "shuffle", "split")
    var inputs: [String] = []
    for input in try keys.required("inputs", example: "[x, y]").list("a list of column names") {
      inputs.append(try input.string())
    }
    let target =
      if let target = keys["target"] { target } else {
        try keys.required("label", example: "class")
      }
    if let label = keys["label"], keys["target"] != nil {
      throw label.wrong("either a label (a class) or a target (a number), not both")
    }
    let source = DataDescription.Source.csv(
      path: try keys.required("csv", example: "points.csv").string(), inputs: inputs,
      target: try target.string(), isClass: keys["target"] == nil)
    return DataDescription(
      source: source, shuffle: try keys["shuffle"]?.bool() ?? true,
      split: try split(keys["split"], [0.8, 0.1, 0.1]))
  }

  private func split(_ field: Field?, _ fallback: [Double]) throws(ExperimentError) -> [Double] {
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
