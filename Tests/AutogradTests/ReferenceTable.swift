import Foundation

@testable import Autograd

/// What `Reference/operations.py` has computed with mpmath: for each operation operands, value and
/// slopes, correctly rounded.
struct ReferenceTable {
  struct Row {
    let operands: [Double]
    let value: Double
    /// `nil` where the table does not say.
    let slopes: [Double?]
  }

  let rows: [Row]

  init(_ op: Op) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Reference/operations/\(op.name).txt")
    rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").map { word in
        UInt64(word, radix: 16).map { Double(bitPattern: $0) }
      }
      let count = (numbers.count - 1) / 2
      return Row(
        operands: numbers[..<count].map { $0 ?? .nan }, value: numbers[count] ?? .nan,
        slopes: Array(numbers[(count + 1)...]))
    }
  }
}

extension Double {
  /// How many doubles lie between this and another one, with one for the step to it; infinity follows
  /// the largest number. 0 for two that are no numbers.
  func steps(to other: Double) -> UInt64 {
    if isNaN || other.isNaN { return isNaN && other.isNaN ? 0 : .max }
    let (a, b) = (place, other.place)
    return UInt64(
      (a > b ? a.subtractingReportingOverflow(b) : b.subtractingReportingOverflow(a))
        .partialValue.magnitude)
  }

  /// The place among all doubles, 0 for both zeros.
  private var place: Int64 {
    let bits = Int64(bitPattern: bitPattern)
    return bits >= 0 ? bits : Int64.min - bits
  }
}
