import Foundation
import GraphGradKit

/// What training says while it goes on: a bar on a terminal, else a plain line now and then.
struct Progress {
  private let count: Int
  private let isTerminal: Bool
  private let isQuiet: Bool
  private let start = ContinuousClock.now
  private var taken = 0
  private var lastDrawn: ContinuousClock.Instant?

  init(count: Int, isQuiet: Bool) {
    self.count = count
    self.isQuiet = isQuiet
    isTerminal = isatty(STDERR_FILENO) == 1
  }

  mutating func report(_ step: Trainer.Step) {
    taken += 1
    guard !isQuiet else { return }
    if isTerminal { draw(step) } else if isRound(step.number) { Console.error(line(step)) }
  }

  /// The first, the last, and about ten between.
  private func isRound(_ number: Int) -> Bool {
    number == 1 || number == count || number % max(1, count / 10) == 0
  }

  private mutating func draw(_ step: Trainer.Step) {
    let now = ContinuousClock.now
    let isLast = step.number == count
    if !isLast, let lastDrawn, now - lastDrawn < .milliseconds(50) { return }
    lastDrawn = now
    let filled = 24 * step.number / count
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    let text = "\r\(bar) \(line(step))\u{1B}[K\(isLast ? "\n" : "")"
    Console.say(text)
  }

  private func line(_ step: Trainer.Step) -> String {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let rate = seconds > 0 ? Int(Double(taken) / seconds) : 0
    var text = "step \(step.number)/\(count)  loss \(NumberFormat.text(for: step.loss))"
    if let accuracy = step.accuracy { text += "  accuracy \(Percent.text(accuracy))" }
    text += "  \(rate) steps/s"
    if let left = TimeLeft.words(taken: taken, rest: count - step.number, seconds: seconds) {
      text += "  \(left) left"
    }
    return text
  }
}

/// A share as people read it.
enum Percent {
  static func text(_ share: Double) -> String {
    share.isNaN ? "nan" : String(format: "%.1f %%", 100 * share)
  }
}
