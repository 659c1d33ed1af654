import GraphGradKit
import Refusal

/// A gradient check in words.
struct GradientReport {
  let subject: String
  private let check: GradientCheck
  private let label: (Int) -> String

  init(_ subject: String, _ check: GradientCheck, label: @escaping (Int) -> String) {
    self.subject = subject
    self.check = check
    self.label = label
  }

  init(_ subject: String, _ replay: Replay, limit: Int) {
    let program = replay.program
    self.init(subject, GradientCheck(replay, limit: limit)) { program.label(of: $0) }
  }

  /// Whether nothing could be compared.
  var isEmpty: Bool { check.comparisons.isEmpty }

  func passes(_ tolerance: Double) -> Bool { (check.worst?.error ?? 0) <= tolerance }

  var text: String {
    var lines = ["\(subject): \(check.comparisons.count) gradients checked"]
    if let worst = check.worst {
      lines.append(
        "  largest error \(worst.error) at \(label(worst.position)): "
          + "gradient \(worst.gradient), central difference \(worst.difference)")
    }
    for (positions, reason) in [
      (check.kinks, "at a kink, where there is no derivative"),
      (check.nonFinite, "not finite"),
    ] where !positions.isEmpty {
      lines.append(
        "  not compared, \(reason): \(Words.list(positions.map(label)))")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
