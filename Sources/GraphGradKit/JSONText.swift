internal import Foundation
public import GraphModel
internal import Refusal

/// JSON with the numbers in shortest round-trip decimals and `nan`, `inf` and `-inf` as strings.
public enum JSONText {
  /// Any plain value, with its keys in alphabetical order and a line end behind it.
  public static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(value) else {
      refuse("numbers and texts can always be written as JSON")
    }
    return Array(data) + [UInt8(ascii: "\n")]
  }
}

extension Graph {
  /// The graph as JSON: all its values.
  public func json() -> [UInt8] { JSONText.encode(self) }
}
