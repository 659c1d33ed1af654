public import Diagrams
public import Experiments
public import GraphModel
internal import Tracing

extension Trainer {
  /// The graph of the probe at a step: one example, its own gradients.
  public mutating func graph(of step: Step) -> Graph {
    Graph(replayProbe(step.parameters), name: experiment.name)
  }

  /// The words above the frame of a step.
  public func caption(of step: Step) -> Caption {
    let inputs = zip(inputNames, probe.inputs).map { "\($0) = \(Self.short($1))" }
    let example = inputs.joined(separator: ", ")
    let count = experiment.steps
    func detail(_ number: Int, _ loss: String) -> String {
      "step \(number) of \(count) · training loss \(loss)"
    }
    return Caption(
      title: "\(experiment.name) · \(example) → \(answer)",
      detail: detail(step.number, NumberFormat.text(for: step.loss)),
      widestDetail: detail(count, NumberFormat.widest))
  }

  private var answer: String {
    switch probe.target {
    case .label(let label): classNames[label]
    case .number(let number): Self.short(number)
    }
  }

  /// At most four decimals, without zeros at the end.
  private static func short(_ number: Double) -> String {
    let rounded = (number * 10_000).rounded() / 10_000
    let isWhole = rounded == rounded.rounded() && abs(rounded) < 1e15
    return (isWhole ? "\(Int(rounded))" : "\(rounded)").replacing("-", with: "−")
  }
}
