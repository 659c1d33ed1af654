public import Autograd
public import Datasets
internal import Refusal

extension LossKind {
  /// Records how wrong outputs are for a target, as training with this loss computes it.
  ///
  ///     let losses = data.examples.map { LossKind.crossEntropy(model($0.inputs), $0.target) }
  ///     let loss = losses.mean()
  ///
  /// - Precondition: outputs that fit the target; numbers as targets for the losses that compare
  ///   numbers, of which ``squaredShortfall`` does not say between which two: `Loss` has that one.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public func callAsFunction(_ outputs: [Value], _ target: Target) -> Value {
    if case .tokens(let tokens) = target { return loss(outputs, tokens) }
    let classes: [String] =
      if case .label(let label) = target {
        (0..<max(outputs.count, label + 1)).map(String.init)
      } else { [] }
    let task = Task(
      self, outputCount: outputs.count,
      Dataset(inputNames: [], classNames: classes, examples: []))
    require(
      comparesNumbers || !classes.isEmpty, "\(self) compares no numbers; take meanSquaredError")
    require(
      self != .squaredShortfall || !classes.isEmpty,
      "call Loss.squaredShortfall, which takes the two ends of the targets")
    let label = if case .label(let label) = target { label } else { 0 }
    let targets = task.numbers(for: target).map { Value.constant($0) }
    require(
      self == .crossEntropy || targets.count == outputs.count,
      "\(outputs.count) outputs cannot be compared with \(targets.count) targets")
    return Network.loss(task, outputs, targets, label)
  }

  private func loss(_ outputs: [Value], _ tokens: [Int]) -> Value {
    require(
      !tokens.isEmpty && outputs.count.isMultiple(of: tokens.count),
      "\(outputs.count) outputs are not those of \(tokens.count) positions")
    let count = outputs.count / tokens.count
    let targets = tokens.flatMap { token in
      (0..<count).map { Value.constant($0 == token ? 1 : 0) }
    }
    return Network.meanLoss(outputs, targets, count)
  }
}
