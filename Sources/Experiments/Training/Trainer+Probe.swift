public import Datasets

/// An example to look at, with what it is called.
public struct Probe: Sendable, Equatable {
  /// The inputs and what should come out.
  public let example: Example
  /// Whether nobody said what should come out, and the network's own prediction was taken.
  public let isPredicted: Bool
}

extension Trainer {
  /// The example that is looked at.
  ///
  /// Numbers of one's own without a class get the class that the network predicts for them as it
  /// is now.
  ///
  /// - Throws: ``ExperimentError`` for an example that is not there, or numbers that do not fit.
  public func probe(_ subject: ViewDescription.Subject) throws(ExperimentError) -> Probe {
    switch subject {
    case .example(let number):
      guard (1...split.train.count).contains(number) else {
        throw experiment.wrong("view.example", "\(number)", "at most \(split.train.count)")
      }
      return Probe(example: split.train[number - 1], isPredicted: false)
    case .text(let text): return Probe(example: try example(of: text), isPredicted: false)
    case .input(let numbers, let answer):
      if readsText { throw experiment.wrong("view.input", "numbers", "a text") }
      guard numbers.count == inputNames.count else {
        let names = inputNames.joined(separator: ", ")
        throw experiment.wrong(
          "view.input", "\(numbers.count) numbers", "\(inputNames.count) (\(names))")
      }
      return Probe(
        example: Example(inputs: numbers, target: try target(numbers, answer)),
        isPredicted: answer == nil)
    }
  }

  /// Whether examples are texts.
  public var readsText: Bool { objective.network.task.readsText }

  /// A text with what should come next at each of its positions.
  private func example(of text: String) throws(ExperimentError) -> Example {
    guard readsText else {
      throw experiment.wrong("view.input", "\"\(text)\"", "numbers, unless the data are texts")
    }
    guard text.count < inputNames.count else {
      throw experiment.wrong(
        "view.input", "\(text.count) characters", "at most \(inputNames.count - 1)")
    }
    do { return try Vocabulary(tokens: classNames).example(of: text) } catch {
      throw experiment.wrong(
        "view.input", "\"\(error.character)\"",
        "made of the characters of the data: \(classNames.dropFirst().joined(separator: " "))")
    }
  }

  private func target(
    _ inputs: [Double], _ answer: [Double]?
  ) throws(ExperimentError) -> Target {
    if loss == .unknown { return .unknown }
    guard let answer else { return try prediction(inputs) }
    guard !classNames.isEmpty else {
      guard answer.count == layers.last else {
        throw experiment.wrong(
          "view.target", "\(answer.count) numbers", "\(layers.last ?? 0), one for each output")
      }
      return .numbers(answer)
    }
    guard answer.count == 1, let label = Int(exactly: answer[0]),
      classNames.indices.contains(label)
    else {
      throw experiment.wrong(
        "view.label", answer.map { "\($0)" }.joined(separator: ", "),
        "a class from 0 to \(classNames.count - 1)")
    }
    return .label(label)
  }

  private func prediction(_ inputs: [Double]) throws(ExperimentError) -> Target {
    guard !classNames.isEmpty else {
      throw experiment.wrong(
        "view.target", "nothing", "given with the input: what should come out for it")
    }
    var objective = objective
    let outputs = objective.outputs(
      Example(inputs: inputs, target: .label(0)), parameters)
    return .label(objective.network.task.prediction(outputs) ?? 0)
  }
}
