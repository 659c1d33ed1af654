extension Section {
  /// The rows in columns, with the title above and the note below.
  var text: String {
    let hasNodes = rows.contains { $0.nodes != nil }
    let rate = hasNodes ? ["nodes", "ns/node"] : ["\(unit)s/s"]
    let last = peer.isEmpty ? "" : "\(peer) takes"
    var table = TextTable(["", "ms/\(unit)", "min…max"] + rate + [last])
    for row in rows { table.add(cells(row, hasNodes: hasNodes)) }
    let lines = [title, "", table.text] + versions + (note.map { [$0] } ?? [])
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(_ row: Row, hasNodes: Bool) -> [String] {
    guard let seconds = row.seconds else { return [row.name, row.reason ?? ""] }
    let rate =
      hasNodes
      ? [row.nodes.map(String.init) ?? "", row.nanosecondsPerNode.map(Text.significant) ?? ""]
      : [Text.significant(1 / seconds.median)]
    let spread = "\(Text.milliseconds(seconds.shortest))…\(Text.milliseconds(seconds.longest))"
    return [row.name, Text.milliseconds(seconds.median), spread] + rate
      + [row.ratio.map { "\(Text.significant($0))×" } ?? ""]
  }

  private var versions: [String] {
    var seen: [String] = []
    for version in rows.compactMap(\.version) where !seen.contains(version) { seen.append(version) }
    return seen.map { "\($0)." }
  }
}
