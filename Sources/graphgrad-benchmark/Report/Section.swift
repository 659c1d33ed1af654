/// Rows that do the same work, ours first.
struct Section: Encodable {
  let title: String
  /// What one time is the time of: a step or a frame.
  let unit: String
  /// Whom the ratios are against.
  let peer: String
  let rows: [Row]
  /// A sentence below the rows.
  let note: String?

  init(_ title: String, unit: String, peer: String, rows: [Row], note: String? = nil) {
    self.title = title
    self.unit = unit
    self.peer = peer
    self.note = note
    self.rows = rows.map { row in
      var row = row
      let theirs = rows.first { $0.name == row.peer }?.seconds
      if let ours = row.seconds, let theirs { row.ratio = theirs.median / ours.median }
      return row
    }
  }
}
