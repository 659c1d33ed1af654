public import Datasets

extension Trainer {
  /// For each program an example that runs through it: with cross-entropy one of each class.
  ///
  /// The inputs are those of the first training example; only the answer differs.
  public func oneExampleOfEachProgram() -> [Example] {
    let first = split.train[0]
    guard objective.network.programs.count > 1 else { return [first] }
    return classNames.indices.map { label in
      Example(inputs: first.inputs, target: .label(label))
    }
  }
}
