internal import Datasets
internal import Yams

extension ExperimentReader {
  /// The data of noisy points; `nil` where the kind is another.
  func diffusion(_ field: Field) throws(ExperimentError) -> DataDescription? {
    let kind = field.node.mapping?.first { $0.key.scalar?.string == "kind" }?.value.scalar
    guard kind?.string == Self.diffusionKind else { return nil }
    let keys = try section(
      field, "kind", "points", "count", "noise", "classes", "levels", "shuffle", "split")
    let points = try keys.required("points", example: "moons").choice(
      DataDescription.Generator.self)
    let source = DataDescription.Source.generated(
      points, count: try keys["count"]?.integer(1...1_000_000) ?? 1000,
      noise: try keys["noise"]?.positive(), classes: try keys["classes"]?.integer(2...1_000))
    try check(keys, points)
    let levels = try keys["levels"]?.integer(NoiseSchedule.fewestLevels...1_000) ?? 50
    return DataDescription(
      source: .diffusion(of: source, levels: levels),
      shuffle: try keys["shuffle"]?.bool() ?? false,
      split: try split(keys["split"], [1, 0, 0]))
  }

  static let diffusionKind = "diffusion"
}
