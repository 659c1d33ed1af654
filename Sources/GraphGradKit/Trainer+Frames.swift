internal import Activity
internal import Datasets
public import Diagrams
public import Experiments
internal import GraphModel

/// A network at one moment of its training.
public struct NetworkState: Sendable {
  /// The step whose parameters these are, before its update, counted from 1; `nil` after the last.
  public let step: Int?
  /// The training loss.
  public let loss: Double
  /// The parameters, in the order of the model.
  public let parameters: [Double]

  /// The parameters that a step saw.
  public init(_ step: Trainer.Step) {
    self.init(step: step.number, loss: step.loss, parameters: step.parameters)
  }

  /// The same moment with other parameters, of a network that gives the same outputs.
  public init(_ state: NetworkState, parameters: [Double]) {
    self.init(step: state.step, loss: state.loss, parameters: parameters)
  }

  init(step: Int?, loss: Double, parameters: [Double]) {
    self.step = step
    self.loss = loss
    self.parameters = parameters
  }
}

extension Trainer {
  /// The network as it is now: after the last step that was taken.
  public mutating func currentState() -> NetworkState {
    let loss = evaluate(split.train, parameters).loss
    return NetworkState(step: nil, loss: loss, parameters: parameters)
  }

  /// What is drawn of the network at a moment.
  ///
  /// - Throws: ``UnknownNeuron`` if the view's focus names none.
  public mutating func picture(
    of state: NetworkState, _ view: NetworkView, history: FiringHistory? = nil
  ) throws(UnknownNeuron) -> NetworkPicture {
    switch (view.kind, view.subject) {
    case (.scalar, .example(let probe)):
      return .values(
        try graph(of: probe.example, state.parameters, focus: view.focus, history: history),
        foldsSums: view.foldsSums, folding: view.folding)
    default:
      return .neurons(neuronGraph(of: view.subject, state.parameters, history: history))
    }
  }

  /// The words above a picture.
  public func caption(of state: NetworkState, _ view: NetworkView) -> Caption {
    let count = experiment.steps
    func detail(_ number: Int?, _ loss: String) -> String {
      let when = number.map { "step \($0) of \(count)" } ?? "after \(count) steps"
      return count == 0 ? "loss over the data \(loss)" : "\(when) · training loss \(loss)"
    }
    let focus = view.focus.map { " · \($0)" } ?? ""
    let title = "\(experiment.name)\(focus) · \(words(view.subject))"
    if self.loss == .unknown {
      return Caption(title: title, detail: "no answers, so gradients of the sum of the outputs")
    }
    return Caption(
      title: title,
      detail: detail(state.step, NumberFormat.text(for: state.loss)),
      widestDetail: detail(count, NumberFormat.widest))
  }

  private func words(_ subject: NetworkView.Subject) -> String {
    guard case .example(let probe) = subject else {
      return "over \(split.train.count) \(experiment.steps == 0 ? "" : "training ")examples"
    }
    let prediction = probe.isPredicted ? " (predicted)" : ""
    let example = probe.example
    if case .tokens(let tokens) = example.target {
      return "the text \"\(Vocabulary(tokens: classNames).decode(tokens))\""
    }
    if let name = example.name { return "\(name) → \(answer(example.target))\(prediction)" }
    let inputs = zip(inputNames, example.inputs).map { "\($0) = \(Self.short($1))" }
    return "\(inputs.joined(separator: ", ")) → \(answer(example.target))\(prediction)"
  }

  private func answer(_ target: Target) -> String {
    switch target {
    case .label(let label): classNames[label]
    case .numbers(let numbers): numbers.map(Self.short).joined(separator: ", ")
    case .tokens(let tokens): Vocabulary(tokens: classNames).decode(tokens)
    case .unknown: "?"
    }
  }

  /// At most four decimals, without zeros at the end.
  private static func short(_ number: Double) -> String {
    let rounded = (number * 10_000).rounded() / 10_000
    let isWhole = rounded == rounded.rounded() && abs(rounded) < 1e15
    return (isWhole ? "\(Int(rounded))" : "\(rounded)").replacing("-", with: "−")
  }
}
