internal import Yams

extension ExperimentReader {
  /// The data of all patterns of a kind; `nil` where the kind is another.
  func patterns(_ field: Field) throws(ExperimentError) -> DataDescription? {
    let mapping = field.node.mapping
    let kind = mapping?.first { $0.key.scalar?.string == "kind" }?.value.scalar?.string
    guard let patterns = kind.flatMap(Patterns.init) else { return nil }
    let keys = try section(field, "kind", "size", "shuffle", "split")
    if let size = keys["size"], patterns.usualSize == nil {
      throw size.wrong("no size with \(patterns.rawValue)")
    }
    let size = try keys["size"]?.integer(patterns.sizes) ?? patterns.usualSize
    return DataDescription(
      source: .patterns(patterns, size: size), shuffle: try keys["shuffle"]?.bool() ?? false,
      split: try split(keys["split"], [1, 0, 0]))
  }
}
