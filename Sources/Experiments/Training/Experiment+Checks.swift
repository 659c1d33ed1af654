internal import Datasets
internal import Foundation
internal import Randomness

extension DataDescription {
  func load(
    from directory: String, random: inout Xorshift64Star
  ) throws(ExperimentError) -> Dataset {
    var dataset: Dataset
    switch source {
    case .generated(let kind, let count, let noise, let classes):
      dataset = Self.generated(kind, count, noise, classes, &random)
    case .csv(let path, let inputs, let target, let isClass):
      let full = path.hasPrefix("/") ? path : "\(directory)/\(path)"
      dataset = try Self.table(full, inputs, target, isClass)
    }
    if shuffle { Self.shuffle(&dataset.examples, &random) }
    return dataset
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
    }
  }

  private static func table(
    _ path: String, _ inputs: [String], _ target: String, _ isClass: Bool
  ) throws(ExperimentError) -> Dataset {
    let place = ExperimentError.Place.csv(path: path)
    let text: String
    do {
      text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    } catch {
      throw ExperimentError(
        place: place, problem: .unreadable(reason: "the file cannot be read"))
    }
    do {
      let table = try CSVTable(text)
      return isClass
        ? try Dataset(table, inputs: inputs, label: target)
        : try Dataset(table, inputs: inputs, target: target)
    } catch {
      throw ExperimentError(place: place, problem: .badTable(error))
    }
  }

  /// Fisher and Yates 1938, from the end.
  private static func shuffle(_ examples: inout [Example], _ random: inout Xorshift64Star) {
    for index in examples.indices.dropFirst().reversed() {
      examples.swapAt(index, Int(random.unit() * Double(index + 1)))
    }
  }
}

extension Experiment {
  /// Whether the network's outputs fit the loss and the classes.
  func check(_ task: Task, _ dataset: Dataset) throws(ExperimentError) {
    let parameters = parameterCount(inputs: dataset.inputNames.count)
    guard parameters <= Self.parameterLimit else {
      throw wrong(
        "model.layers", "\(Int(parameters)) parameters", "at most \(Int(Self.parameterLimit))")
    }
    guard let expected = task.outputMistake else { return }
    throw wrong(
      "model.layers", "\(task.outputCount) outputs for loss: \(loss.rawValue)", expected)
  }

  /// A recording of more than this would take gigabytes.
  private static let parameterLimit = 5e6

  /// The number of weights and biases, as a `Double` that no list of layers overflows.
  private func parameterCount(inputs: Int) -> Double {
    let sizes = [inputs] + model.layers
    return zip(sizes, sizes.dropFirst()).reduce(0) { $0 + Double($1.0 + 1) * Double($1.1) }
  }

  /// The example to be drawn.
  func probe(
    _ task: Task, _ dataset: Dataset, _ split: Split
  ) throws(ExperimentError) -> Example {
    switch view.subject {
    case .example(let number):
      guard number <= split.train.count else {
        throw wrong("view.example", "\(number)", "at most \(split.train.count)")
      }
      return split.train[number - 1]
    case .input(let numbers, let target):
      guard numbers.count == dataset.inputNames.count else {
        let names = dataset.inputNames.joined(separator: ", ")
        throw wrong(
          "view.input", "\(numbers.count) numbers", "\(dataset.inputNames.count) (\(names))")
      }
      if task.classNames.isEmpty { return Example(inputs: numbers, target: .number(target)) }
      guard let label = Int(exactly: target), task.classNames.indices.contains(label) else {
        let last = task.classNames.count - 1
        throw wrong("view.label", "\(target)", "a class from 0 to \(last)")
      }
      return Example(inputs: numbers, target: .label(label))
    }
  }

  private func wrong(_ key: String, _ found: String, _ expected: String) -> ExperimentError {
    ExperimentError(
      place: places[key] ?? .file(line: 1, column: 1),
      problem: .wrongValue(key: key, found: found, expected: expected))
  }
}
