internal import Datasets

extension Trainer {
  /// What comes out for each list of inputs, with these parameters, eight at a time; for a text an
  /// output for each token at each position.
  ///
  /// - Precondition: as many numbers in each as the network has inputs, or tokens of a text.
  public mutating func outputs(of inputs: [[Double]], _ parameters: [Double]) -> [[Double]] {
    let examples = inputs.map { Example(inputs: $0, target: anyTarget(of: $0)) }
    return objective.outputs(ExampleTable(examples, objective.network), parameters)
  }

  private func anyTarget(of inputs: [Double]) -> Target {
    if loss == .unknown { return .unknown }
    if readsText { return .tokens(inputs.map { _ in 0 }) }
    return classNames.isEmpty ? .numbers(Array(repeating: 0, count: layers.last ?? 0)) : .label(0)
  }
}
