/// What changes in a network when a neuron's output is set to a number, measured by replay.
public struct Effect: Sendable, Equatable {
  private var largest = 0.0
  private var isUnknown = false
  /// In how many examples another class is predicted.
  public private(set) var changedPredictions = 0
  private var lossTotal = 0.0
  private var count = 0

  /// The largest change of any output in any example; `inf` where a number becomes `nan` or the
  /// other way round, and `nan` where nothing is known to change, but an output is `nan` before and
  /// after, so that it cannot be told.
  public var outputs: Double { largest == 0 && isUnknown ? .nan : largest }
  /// The change of the mean loss: positive where the neuron was of use, `nan` where one of the two
  /// losses is no number.
  public var loss: Double { count == 0 ? 0 : lossTotal / Double(count) }

  mutating func add(_ change: Change) {
    if change.outputs.isNaN { isUnknown = true } else { largest = max(largest, change.outputs) }
    lossTotal += change.loss
    changedPredictions += change.isOtherClass ? 1 : 0
    count += 1
  }
}

/// What changes in one lane.
struct Change {
  /// Nothing: not one bit.
  static let none = Change(outputs: 0, loss: 0, isOtherClass: false)

  /// The largest change of an output; `nan` where it cannot be told.
  let outputs: Double
  let loss: Double
  let isOtherClass: Bool

  /// `changed − original`: exactly 0 for equal numbers, also infinite ones, `nan` where one is.
  static func difference(_ original: Double, _ changed: Double) -> Double {
    original == changed ? 0 : changed - original
  }
}
