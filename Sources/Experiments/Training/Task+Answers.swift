internal import Datasets

extension Task {
  /// What the outputs for an example are held against to call them right.
  enum Answer: Sendable, Equatable {
    /// The class that should be predicted.
    case label(Int)
    /// Of each output whether it should be above the middle of the targets, or below.
    case sides([Bool], middle: Double)
  }

  /// The answer to an example; `nil` where numbers are predicted, which are not right or wrong.
  func answer(to target: Target) -> Answer? {
    switch target {
    case .label(let label): return .label(label)
    case .tokens, .unknown: return nil
    case .numbers(let numbers):
      return targetEnds.map { ends in
        let middle = ends.lowerBound / 2 + ends.upperBound / 2
        return .sides(numbers.map { $0 > middle }, middle: middle)
      }
    }
  }

  /// Whether the outputs say the answer; `nil` where they say none.
  func isRight(_ outputs: [Double], _ answer: Answer) -> Bool? {
    switch answer {
    case .label(let label): return prediction(outputs).map { $0 == label }
    case .sides(let sides, let middle):
      return zip(outputs, sides).allSatisfy { $1 ? $0 > middle : $0 < middle }
    }
  }

  static func ends(of examples: [Example]) -> ClosedRange<Double>? {
    var (low, high): (Double?, Double?) = (nil, nil)
    for case .numbers(let numbers) in examples.lazy.map(\.target) {
      for number in numbers where number != low && number != high {
        if high != nil { return nil }
        (low, high) = (low ?? number, low == nil ? nil : number)
      }
    }
    guard let low, let high else { return nil }
    return min(low, high)...max(low, high)
  }
}
