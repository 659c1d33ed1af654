internal import Autograd
public import Experiments
public import GraphModel

extension Trainer {
  /// The first training example that has a number that is not finite, counted from 1, and where that
  /// number comes from; `nil` if all are finite in every example.
  public mutating func firstNonFinite(
    _ parameters: [Double]
  ) -> (example: Int, origin: NonFiniteOrigin)? {
    for (index, example) in split.train.enumerated() {
      let replay = replay(example, parameters)
      let isFinite =
        replay.data[replay.program.root].isFinite && replay.gradients.allSatisfy(\.isFinite)
      if isFinite { continue }
      if let origin = valueGraph(of: example, parameters).nonFiniteOrigin {
        return (index + 1, origin)
      }
    }
    return nil
  }

  /// The input with the largest number of all training examples, and that number's size.
  public var largestInput: (name: String, size: Double)? {
    let sizes = inputNames.indices.map { input in
      split.train.reduce(0) { max($0, abs($1.inputs[input])) }
    }
    return zip(inputNames, sizes).max { $0.1 < $1.1 }
  }
}
