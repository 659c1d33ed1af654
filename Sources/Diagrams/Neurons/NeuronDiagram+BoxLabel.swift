internal import GraphModel

extension NeuronDiagram {
  /// Room for a bar, in points.
  static let barWidth = 62.0
  private static let inside = 138

  /// The table in a box: name and verdict, numbers, and how often the neuron fires.
  func label(of node: NeuronNode, isCompact: Bool) -> String {
    let text = text(of: node)
    let ink = NeuronStyle.isActing(node) ? theme.ink : theme.faint
    var rows = [heading(text, ink)]
    if isCompact {
      rows.append(
        line([(small(text.compact, ink), "left", Self.inside)], height: 15))
    } else {
      rows += text.rows.map { row($0, ink) }
      if let fires = text.fires { rows.append(firesRow(fires, ink)) }
    }
    return HTMLLabel.table(rows, "border=\"0\" cellpadding=\"0\"")
  }

  private func heading(_ text: NeuronText, _ ink: Color) -> String {
    line(
      [
        (HTMLLabel.text(text.heading, ink, isBold: true), "left", Self.inside - 76),
        (small(text.corner.isEmpty ? " " : text.corner, ink), "right", 76),
      ], height: 18)
  }

  private func row(_ row: NeuronText.Row, _ ink: Color) -> String {
    line(
      [
        (small(row.key, theme.faint), "left", Self.inside - 100),
        (HTMLLabel.text(row.text, ink), "right", 100),
      ], height: 17)
  }

  private func firesRow(_ share: Double, _ ink: Color) -> String {
    let filled = Int((share * Self.barWidth).rounded())
    let parts = [(filled, theme.bar), (Int(Self.barWidth) - filled, theme.track)]
    let bar = parts.filter { $0.0 > 0 }.map { width, color in
      HTMLLabel.cell(
        "", "width=\"\(width)\" height=\"6\" fixedsize=\"true\" bgcolor=\"\(color.light)\"")
    }.joined()
    return line(
      [
        (small("fires", theme.faint), "left", 30),
        (HTMLLabel.table([bar], "border=\"0\" cellpadding=\"0\""), "left", 68),
        (small(NeuronText.percent(share), ink), "right", Self.inside - 98),
      ], height: 17)
  }

  private func small(_ text: String, _ color: Color) -> String {
    HTMLLabel.text(text, color, size: theme.smallFontSize)
  }

  /// A row as a table of its own, since every row is divided in its own way.
  private func line(
    _ cells: [(content: String, alignment: String, width: Int)], height: Int
  ) -> String {
    let row = cells.map { cell in
      HTMLLabel.cell(
        cell.content,
        "align=\"\(cell.alignment)\" width=\"\(cell.width)\" height=\"\(height)\"")
    }.joined()
    return HTMLLabel.cell(HTMLLabel.table([row], "border=\"0\" cellpadding=\"0\""))
  }
}
