internal import Autograd
internal import Datasets

/// What the outputs of a network mean for a loss: how targets become numbers, and what is predicted.
struct Task: Sendable {
  let loss: LossKind
  /// How cross-entropy is recorded.
  let form: LossForm
  let outputCount: Int
  let classNames: [String]
  /// What the columns of the numbers to predict are called.
  let targetNames: [String]

  /// The two numbers that all targets are made of, such as 0.2 and 0.8, or 0 and 1 for classes; `nil`
  /// where they are made of others.
  let targetEnds: ClosedRange<Double>?

  /// Whether with cross-entropy the class of an example is an input of its program, as 1 for the
  /// class and 0 for the others, instead of part of it.
  let takesClassAsTargets: Bool

  /// Whether examples are texts, and what should come out is the next token at each position.
  let readsText: Bool

  /// - Parameter loss: `nil` for the one that fits the data: cross-entropy for classes (binary with
  ///   one output), mean squared error for numbers.
  init(
    _ loss: LossKind?, _ form: LossForm = .stable, outputCount: Int, _ dataset: Dataset,
    takesClassAsTargets: Bool = false
  ) {
    let usual: LossKind =
      dataset.classNames.isEmpty
      ? .meanSquaredError : (outputCount == 1 ? .binaryCrossEntropy : .crossEntropy)
    self.loss = dataset.hasAnswers ? loss ?? usual : .unknown
    self.form = form
    self.outputCount = outputCount
    readsText = dataset.areTexts
    self.takesClassAsTargets = takesClassAsTargets || readsText
    classNames = dataset.classNames
    targetNames = dataset.targetNames
    targetEnds = dataset.classNames.isEmpty ? Self.ends(of: dataset.examples) : 0...1
  }

  /// Whether there is a program for each class.
  var hasProgramOfEachClass: Bool { loss == .crossEntropy && !takesClassAsTargets }

  /// The names of the outputs, for drawings.
  var outputNames: [String] {
    if !classNames.isEmpty, outputCount == classNames.count {
      return classNames.map { Double($0) == nil ? $0 : "class \($0)" }
    }
    if targetNames.count > 1, targetNames.count == outputCount { return targetNames }
    let word = loss == .hinge ? "score" : loss == .binaryCrossEntropy ? "logit" : "output"
    return outputCount == 1 ? [word] : (1...outputCount).map { "\(word) \($0)" }
  }

  /// The numbers that should come out; none where the program holds the class.
  func numbers(for target: Target) -> [Double] {
    switch (loss, target) {
    case (.crossEntropy, .label(let label)):
      return takesClassAsTargets ? (0..<outputCount).map { $0 == label ? 1 : 0 } : []
    case (_, .tokens(let tokens)): return oneHot(tokens)
    case (.crossEntropy, .numbers), (_, .unknown): return []
    case (_, .numbers(let numbers)): return numbers
    case (.hinge, .label(let label)): return code(label, off: -1)
    case (_, .label(let label)): return code(label, off: 0)
    }
  }

  /// One number for two classes or a class as a number, else 1 for the class and `off` elsewhere.
  private func code(_ label: Int, off: Double) -> [Double] {
    if outputCount == 1 { return [off == -1 ? 2 * Double(label) - 1 : Double(label)] }
    return (0..<outputCount).map { $0 == label ? 1 : off }
  }

  /// How probable each output is, as the loss reads it; `nil` where it reads no probabilities.
  func probabilities(_ outputs: [Double]) -> [Double]? {
    switch loss {
    case .crossEntropy: return Op.softmax(outputs)
    case .binaryCrossEntropy: return outputs.map { Op.sigmoid.evaluate($0, 0) }
    case .meanSquaredError, .squaredError, .squaredShortfall, .hinge, .unknown: return nil
    }
  }

  /// The class that the outputs say; `nil` where a number or a text is predicted.
  func prediction(_ outputs: [Double]) -> Int? {
    if classNames.isEmpty || readsText { return nil }
    if outputCount == 1 { return outputs[0] > loss.middle ? 1 : 0 }
    return outputs.indices.max { outputs[$0] < outputs[$1] }
  }

  /// How many outputs the loss can work with, in words; `nil` if `outputCount` is right.
  var outputMistake: String? {
    if loss == .unknown { return nil }
    let classes = classNames.count
    if classNames.isEmpty {
      if !loss.comparesNumbers {
        return "loss: meanSquaredError or squaredError for a number"
      }
      if loss == .squaredShortfall, targetEnds == nil {
        return "loss: squaredError, since the targets are made of more than two numbers"
      }
      let count = max(targetNames.count, 1)
      if outputCount == count { return nil }
      return count == 1
        ? "1 output, for the number to predict"
        : "\(count) outputs, one for each of \(targetNames.joined(separator: ", "))"
    }
    if outputCount == classes { return nil }
    if loss != .crossEntropy, outputCount == 1, classes == 2 { return nil }
    let alternative = loss != .crossEntropy && classes == 2 ? "1 or " : ""
    let names = classNames.prefix(10).joined(separator: ", ") + (classes > 10 ? ", …" : "")
    let lack = classes < outputCount ? "; classes: (--classes) names those that the data lack" : ""
    return
      "\(alternative)\(classes) output\(classes == 1 ? "" : "s"), one for each class (\(names))"
      + lack
  }
}
