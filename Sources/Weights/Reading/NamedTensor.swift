/// A tensor of a file, its numbers not yet read.
struct NamedTensor {
  let name: String
  let shape: [Int]
  /// Its numbers, row by row.
  let numbers: () throws(WeightsError) -> [Double]

  func fault(_ problem: TensorProblem) -> WeightsError { .tensor(name, problem) }

  /// How many numbers a shape asks for; `nil` for more than there can be.
  static func count(of shape: [Int]) -> Int? {
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      if overflow { return nil }
      count = product
    }
    return count
  }
}
