/// The same steps done by micrograd.
struct MicrogradPeer {
  static let name = "micrograd"

  private struct Step: Decodable {
    let title: String
    let seconds: [Double]
    let nodes: Int
    let outcome: EngineBenchmark.Outcome
  }

  private struct Answer: Decodable {
    let version: String
    let python: String
    let steps: [Step]
  }

  private let answer: Result<Answer, Python.Absence>

  init(_ workloads: [Workload], _ effort: Effort) {
    answer = Python.answer(
      MicrogradScript.text,
      to: MicrogradQuestion(workloads, repetitions: effort.slowRepetitions))
  }

  func row(_ workload: Workload) -> Row {
    switch answer {
    case .failure(let absence): return Row(Self.name, absence)
    case .success(let answer):
      guard let step = step(workload) else {
        return Row(Self.name, Python.Absence(reason: "no result"))
      }
      return Row(
        Self.name, Measurement(seconds: step.seconds), nodes: step.nodes,
        version: "\(answer.version), CPython \(answer.python), collector off")
    }
  }

  /// How well the results agree, in words; `nil` without the peer.
  func agreement(_ workload: Workload, _ ours: EngineBenchmark.Outcome) -> String? {
    guard let theirs = step(workload)?.outcome else { return nil }
    let loss = Self.distance(ours.loss, theirs.loss)
    let gradient = Self.distance(ours.gradientSum, theirs.gradientSum)
    guard max(loss, gradient) < 1e-9 else {
      return "NOT THE SAME WORK: ours \(ours), micrograd's \(theirs)"
    }
    let distance = max(loss, gradient)
    let words = distance == 0 ? "the same" : "the same to \(Text.significant(distance))"
    return "Loss \(ours.loss); micrograd's loss and sum of gradients are \(words)."
  }

  private func step(_ workload: Workload) -> Step? {
    guard case .success(let answer) = answer else { return nil }
    return answer.steps.first { $0.title == workload.title }
  }

  private static func distance(_ x: Double, _ y: Double) -> Double {
    abs(x - y) / max(1, abs(x), abs(y))
  }
}
