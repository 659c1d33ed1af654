import GraphGradKit

/// Warns once when training has run away, and says where that began.
struct HealthCheck {
  private var hasWarned = false
  private var hasWarnedOfLogits = false

  mutating func check(_ step: Trainer.Step, _ trainer: Trainer) {
    checkLogits(step)
    guard !hasWarned else { return }
    let isFinite = step.loss.isFinite && step.gradients.allSatisfy(\.isFinite)
    guard !isFinite else { return }
    hasWarned = true
    var trainer = trainer
    let what =
      step.loss.isFinite
      ? "a gradient of the training loss is not finite"
      : "the training loss is \(NumberFormat.exact(step.loss))"
    let origin = trainer.firstNonFinite(step.parameters)
    let cause = origin.map { "; example \($0.example): \($0.origin.sentence)" } ?? ""
    let advice = Self.advice(step, trainer, origin?.origin).map { "; \($0)" } ?? ""
    Console.warning("\(what) at step \(step.number)\(cause)\(advice)")
  }

  private mutating func checkLogits(_ step: Trainer.Step) {
    guard !hasWarnedOfLogits, let words = SpelledLoss.warning(step.largestLogit) else { return }
    hasWarnedOfLogits = true
    Console.warning("\(words), at step \(step.number)")
  }

  /// What would help, by what was seen: before the first update it is no learning rate.
  private static func advice(
    _ step: Trainer.Step, _ trainer: Trainer, _ origin: NonFiniteOrigin?
  ) -> String? {
    if SpelledLoss.warning(step.largestLogit) != nil { return nil }
    let isMoved = step.number > 1 && step.learningRate > 0
    let largestParameter = step.parameters.reduce(0) { max($0, abs($1)) }
    if let input = trainer.largestInput, input.size >= 1_000,
      !isMoved || largestParameter < input.size
    {
      return "column \(input.name) reaches \(NumberFormat.constant(input.size)): scale the inputs"
    }
    return isMoved ? "a smaller learning rate may help" : nil
  }
}

/// Says when cross-entropy that is spelled out meets logits that are too large for it.
enum SpelledLoss {
  static func warning(_ largestLogit: Double?) -> String? {
    guard let largestLogit, !(largestLogit <= Loss.spelledLimit) else { return nil }
    return "loss: {kind: crossEntropy, form: spelled} is right for logits up to "
      + "\(NumberFormat.constant(Loss.spelledLimit)), and the largest here has the size "
      + "\(NumberFormat.text(for: largestLogit)): use loss: crossEntropy"
  }
}
