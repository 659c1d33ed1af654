import ArgumentParser
import GraphGradKit

/// Steps of a recording: `1..100`, `20..`, `..50`, `37`, or all.
struct StepRange: ExpressibleByArgument {
  private let first: Int?
  private let last: Int?

  init() { (first, last) = (nil, nil) }

  init?(argument: String) {
    let ends = argument.split(separator: "..", omittingEmptySubsequences: false).map {
      $0.filter { $0 != " " }
    }
    guard ends.count <= 2, ends.allSatisfy({ $0.isEmpty || (Int($0) ?? 0) > 0 }),
      !argument.isEmpty
    else { return nil }
    first = Int(ends[0])
    last = Int(ends[ends.count - 1])
    if let first, let last, first > last { return nil }
  }

  /// Whether no step is left out.
  var isAll: Bool { first == nil && last == nil }

  var defaultValueDescription: String { "all" }

  /// The places of these steps in the recording; the end belongs to an open range.
  func indices(of recording: Recording, every: Int) throws(Failure) -> [Int] {
    let numbers = recording.steps.map(\.number)
    let found = numbers.indices.filter { index in
      let isEnd = index >= recording.stepCount
      return numbers[index] >= first ?? 1 && (last.map { numbers[index] <= $0 && !isEnd } ?? true)
    }
    guard let end = found.last else {
      throw .wrongInput(
        "--steps: error: none of these is recorded; there are \(numbers.first ?? 0) to "
          + "\(numbers.prefix(recording.stepCount).last ?? 0)")
    }
    return found.enumerated().filter { $0.offset % every == 0 || $0.element == end }.map(\.element)
  }
}
