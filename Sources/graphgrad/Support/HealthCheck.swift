import GraphGradKit

/// Warns once when training has run away.
struct HealthCheck {
  private var hasWarned = false

  mutating func check(_ step: Trainer.Step) {
    guard !hasWarned, !step.loss.isFinite else { return }
    hasWarned = true
    Console.warning(
      "the training loss is \(NumberFormat.exact(step.loss)) at step \(step.number); "
        + "a smaller learning rate may help")
  }
}
