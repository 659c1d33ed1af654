/// The same steps done by another engine, in Python.
struct EnginePeer {
  private struct Step: Decodable {
    let title: String
    let seconds: [Double]
    /// How many values one step computes, where they are nodes of a graph.
    let nodes: Int?
    let outcome: EngineBenchmark.Outcome
  }

  private struct Answer: Decodable {
    /// Of the engine and of Python, and how it was run.
    let version: String
    let steps: [Step]
  }

  let name: String
  private let answer: Result<Answer, Python.Absence>

  /// The name of the peer that everything is compared with.
  static let micrograd = "micrograd"

  static func micrograd(_ workloads: [Workload], _ effort: Effort) -> EnginePeer {
    EnginePeer(micrograd, MicrogradScript.text, workloads, effort.slowRepetitions)
  }

  static func micrograd(_ text: TextBenchmark, _ effort: Effort) -> EnginePeer {
    EnginePeer(
      micrograd, MicrogradScript.textModel,
      EngineQuestion(repetitions: effort.slowRepetitions, works: [text.work]))
  }

  static func jax(_ workloads: [Workload], _ effort: Effort) -> EnginePeer {
    EnginePeer("JAX, compiled", JAXScript.text, workloads, effort.repetitions)
  }

  private init(_ name: String, _ script: String, _ workloads: [Workload], _ repetitions: Int) {
    self.init(name, script, EngineQuestion(workloads, repetitions: repetitions))
  }

  private init(_ name: String, _ script: String, _ question: EngineQuestion<some Encodable>) {
    self.name = name
    answer = Python.answer(script, to: question)
  }

  func row(_ workload: Workload) -> Row { row(workload.title) }

  func row(_ title: String) -> Row {
    switch answer {
    case .failure(let absence): return Row(name, absence)
    case .success(let answer):
      guard let step = step(title) else {
        return Row(name, Python.Absence(reason: "no result"))
      }
      return Row(
        name, Measurement(seconds: step.seconds), nodes: step.nodes, version: answer.version)
    }
  }

  /// How well the results agree, in words; `nil` without the peer.
  func agreement(_ title: String, _ ours: EngineBenchmark.Outcome) -> String? {
    guard let theirs = step(title)?.outcome else { return nil }
    let loss = Self.distance(ours.loss, theirs.loss)
    let gradient = Self.distance(ours.gradientSum, theirs.gradientSum)
    guard max(loss, gradient) < 1e-9 else {
      return "NOT THE SAME WORK: ours \(ours), that of \(name) \(theirs)"
    }
    let distance = max(loss, gradient)
    let words = distance == 0 ? "the same" : "the same to \(Text.significant(distance))"
    return "Loss \(ours.loss); \(name): loss and sum of gradients \(words)."
  }

  private func step(_ title: String) -> Step? {
    guard case .success(let answer) = answer else { return nil }
    return answer.steps.first { $0.title == title }
  }

  private static func distance(_ x: Double, _ y: Double) -> Double {
    abs(x - y) / max(1, abs(x), abs(y))
  }
}
