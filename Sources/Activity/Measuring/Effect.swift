/// What changes in a network when a neuron's output is set to a number, measured by replay.
public struct Effect: Sendable, Equatable {
  /// The largest change of any output in any example; `inf` where a number becomes `nan` or the
  /// other way round.
  public private(set) var outputs = 0.0
  /// In how many examples another class is predicted.
  public private(set) var changedPredictions = 0
  private var lossTotal = 0.0
  private var count = 0

  /// The change of the mean loss: positive where the neuron was of use, `nan` where only one of the
  /// two losses is a number.
  public var loss: Double { count == 0 ? 0 : lossTotal / Double(count) }

  mutating func add(_ change: Change) {
    outputs = max(outputs, change.outputs)
    lossTotal += change.loss
    changedPredictions += change.isOtherClass ? 1 : 0
    count += 1
  }
}

/// What changes in one lane.
struct Change {
  /// Nothing: not one bit.
  static let none = Change(outputs: 0, loss: 0, isOtherClass: false)

  /// The largest change of an output.
  let outputs: Double
  let loss: Double
  let isOtherClass: Bool

  /// `changed − original`: exactly 0 for equal numbers and where both are `nan`, `nan` where one is.
  static func difference(_ original: Double, _ changed: Double) -> Double {
    original == changed || (original.isNaN && changed.isNaN) ? 0 : changed - original
  }
}
