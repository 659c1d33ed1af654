internal import Datasets

extension Trainer {
  /// What comes out for each list of inputs, with these parameters, eight at a time.
  ///
  /// - Precondition: as many numbers in each as the network has inputs.
  public mutating func outputs(of inputs: [[Double]], _ parameters: [Double]) -> [[Double]] {
    let target: Target =
      classNames.isEmpty ? .numbers(Array(repeating: 0, count: layers.last ?? 0)) : .label(0)
    let examples = inputs.map { Example(inputs: $0, target: target) }
    return objective.outputs(ExampleTable(examples, objective.network), parameters)
  }
}
