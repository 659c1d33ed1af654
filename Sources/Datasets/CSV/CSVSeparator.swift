/// What stands between the fields of a line.
public enum CSVSeparator: String, CaseIterable, Sendable {
  case comma, semicolon, tab

  /// The character in UTF-8.
  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }
}

extension CSVSeparator {
  /// The separator of a text: the one in its first line; of several there the one that cuts all
  /// lines alike, and of several such the one that leaves more numbers.
  static func seen(in bytes: [UInt8]) throws(CSVError) -> CSVSeparator {
    let found = inFirstLine(of: bytes)
    guard found.count > 1 else { return found.first ?? .comma }
    let tables = found.compactMap { separator -> (CSVSeparator, [[CSVTable.Field]])? in
      guard let records = try? CSVScanner.records(bytes, separator),
        records.allSatisfy({ $0.count == records[0].count })
      else { return nil }
      return (separator, records)
    }
    guard tables.count > 1 else { return tables.first?.0 ?? found[0] }
    let shares = tables.map { ($0.0, numberShare($0.1, $0.0)) }
    let best = shares.map(\.1).max() ?? 0
    let winners = shares.filter { $0.1 == best }.map(\.0)
    guard winners.count == 1 else { throw .separatorUnsure(winners) }
    return winners[0]
  }

  /// Those outside quotes in the first line that is not empty.
  private static func inFirstLine(of bytes: [UInt8]) -> [CSVSeparator] {
    var isQuoted = false
    var found: Set<CSVSeparator> = []
    var isEmpty = true
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isLineEnd, !isQuoted {
        if isEmpty { continue }
        break
      }
      isEmpty = false
      if !isQuoted, let separator = allCases.first(where: { $0.byte == byte }) {
        found.insert(separator)
      }
    }
    return allCases.filter(found.contains)
  }

  private static func numberShare(
    _ records: [[CSVTable.Field]], _ separator: CSVSeparator
  ) -> Double {
    let fields = records.prefix(100).joined()
    let numbers = fields.count { CSVNumber($0.text, separator).value != nil }
    return Double(numbers) / Double(max(fields.count, 1))
  }
}
