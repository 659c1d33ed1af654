internal import Foundation
public import GraphModel

extension Graph {
  /// The graph as JSON: all values, with the numbers in shortest round-trip decimals and `nan`,
  /// `inf` and `-inf` as strings.
  public func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a graph of numbers and texts can always be written as JSON")
    }
    return Array(data) + [UInt8(ascii: "\n")]
  }
}
