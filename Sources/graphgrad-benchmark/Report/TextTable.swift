/// Columns of text, the first to the left and the others to the right.
struct TextTable {
  private var rows: [[String]]

  init(_ header: [String]) { rows = [header] }

  /// Adds a row; one that is shorter than the header tells its last cell in words.
  mutating func add(_ row: [String]) { rows.append(row) }

  /// The rows as lines.
  var text: String {
    let full = rows.filter { $0.count == rows[0].count }
    let widths = rows[0].indices.map { column in full.map { $0[column].count }.max() ?? 0 }
    let first = rows.map { $0[0].count }.max() ?? 0
    return rows.map { row in
      let name = row[0] + blanks(first - row[0].count)
      guard row.count == rows[0].count else { return "  \(name)  \(row.last ?? "")\n" }
      let cells = row.indices.dropFirst().map { blanks(widths[$0] - row[$0].count) + row[$0] }
      return "  \(([name] + cells).joined(separator: "  "))".trimmingTail + "\n"
    }.joined()
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension String {
  fileprivate var trimmingTail: Substring {
    var tail = self[...]
    while tail.last == " " { tail.removeLast() }
    return tail
  }
}
