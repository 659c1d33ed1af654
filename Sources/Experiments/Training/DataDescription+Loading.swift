internal import Datasets
internal import Foundation
internal import Randomness
internal import Refusal

extension DataDescription {
  /// How many inputs a table gives; `nil` of other data.
  var inputCount: Int? {
    if case .csv(_, let columns) = source { columns.inputs.count } else { nil }
  }

  /// - Parameters:
  ///   - table: the table, if it has been read.
  ///   - outputs: how many outputs the network has, if that is known.
  func load(
    from directory: String, table: CSVTable?, outputs: Int?, random: inout Xorshift64Star
  ) throws(ExperimentError) -> Dataset {
    var dataset =
      if case .csv(let path, let columns) = source {
        try Self.table(InputFile(path, in: directory), table, columns, outputs)
      } else {
        try Self.dataset(source, directory, &random)
      }
    if shuffle { Self.shuffle(&dataset.examples, &random) }
    return dataset
  }

  private static func dataset(
    _ source: Source, _ directory: String, _ random: inout Xorshift64Star
  ) throws(ExperimentError) -> Dataset {
    switch source {
    case .generated(let kind, let count, let noise, let classes):
      return generated(kind, count, noise, classes, &random)
    case .patterns(let patterns, let size): return patterns.dataset(size: size)
    case .diffusion(let points, let levels):
      let plane = try dataset(points, directory, &random)
      return .diffusion(of: plane, NoiseSchedule(levels: levels), random: &random)
    case .csv(let path, let columns):
      return try table(InputFile(path, in: directory), nil, columns, nil)
    case .text(let path): return try texts(InputFile(path, in: directory))
    case .given: refuse("examples that a program hands over cannot be loaded")
    }
  }

  private static func generated(
    _ kind: Generator, _ count: Int, _ noise: Double?, _ classes: Int?,
    _ random: inout Xorshift64Star
  ) -> Dataset {
    let classes = classes ?? 2
    switch kind {
    case .yinyang: return .yinYang(count: count, random: &random)
    case .moons: return .moons(count: count, noise: noise ?? 0.1, random: &random)
    case .circles: return .circles(count: count, noise: noise ?? 0.05, random: &random)
    case .spirals:
      return .spirals(count: count, classes: classes, noise: noise ?? 0.02, random: &random)
    case .blobs:
      return .blobs(count: count, classes: classes, noise: noise ?? 0.5, random: &random)
    case .xor: return .xor(count: count, noise: noise ?? 0, random: &random)
    case .digits: return .digits(count: count, noise: noise ?? 0.05, random: &random)
    }
  }

  private static func table(
    _ file: InputFile, _ table: CSVTable?, _ columns: CSVColumns, _ outputs: Int?
  ) throws(ExperimentError) -> Dataset {
    let bytes = table == nil ? try file.bytes() : []
    do {
      let read =
        if let table { table } else { try CSVTable(file: bytes, hasHeader: columns.hasHeader) }
      return try Dataset(read, columns: columns, outputs: outputs)
    } catch {
      throw ExperimentError(place: .input(path: file.path), problem: .badTable(error))
    }
  }

  private static func texts(_ file: InputFile) throws(ExperimentError) -> Dataset {
    let bytes = try file.bytes()
    do { return .texts(try TextLines(bytes).texts) } catch {
      throw ExperimentError(place: .input(path: file.path), problem: .badText(error))
    }
  }

  /// Fisher and Yates 1938, from the end.
  private static func shuffle(_ examples: inout [Example], _ random: inout Xorshift64Star) {
    for index in examples.indices.dropFirst().reversed() {
      examples.swapAt(index, Int(random.unit() * Double(index + 1)))
    }
  }
}
