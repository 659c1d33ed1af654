internal import GraphModel

extension NeuronDiagram {
  /// Room for a bar, in points.
  static let barWidth = 62.0
  /// The part of a box that holds words and numbers, in points.
  static func inside(isCompact: Bool) -> Int { isCompact ? 162 : 138 }

  /// The table in a box: name and verdict, numbers, and how often the neuron fires.
  func label(of node: NeuronNode, isCompact: Bool) -> String {
    let text = text(of: node)
    let ink = NeuronStyle.isActing(node) ? theme.ink : theme.faint
    let inside = Self.inside(isCompact: isCompact)
    var rows = [heading(text, ink, inside)]
    if isCompact {
      let words = NeuronText.compact(node, isOverData: isOverData)
      rows.append(line([(small(words, ink), "left", inside)], height: 15))
      if let fires = text.fires {
        rows.append(line([(bar(fires, width: inside), "left", inside)], height: 8))
      }
    } else {
      rows += text.rows.map { row($0, ink) }
      if let fires = text.fires { rows.append(firesRow(fires, ink)) }
    }
    return HTMLLabel.table(rows, "border=\"0\" cellpadding=\"0\"")
  }

  private func heading(_ text: NeuronText, _ ink: Color, _ inside: Int) -> String {
    let corner = text.hasVerdict ? 76 : 44
    return line(
      [
        (HTMLLabel.text(text.heading, ink, isBold: true), "left", inside - corner),
        (small(text.corner.isEmpty ? " " : text.corner, ink), "right", corner),
      ], height: 18)
  }

  private func row(_ row: NeuronText.Row, _ ink: Color) -> String {
    line(
      [
        (small(row.key, theme.faint), "left", Self.inside(isCompact: false) - 100),
        (HTMLLabel.text(row.text, ink), "right", 100),
      ], height: 17)
  }

  private func firesRow(_ share: Double, _ ink: Color) -> String {
    return line(
      [
        (small("fires", theme.faint), "left", 30),
        (bar(share, width: Int(Self.barWidth)), "left", 68),
        (small(NumberFormat.percent(share), ink), "right", Self.inside(isCompact: false) - 98),
      ], height: 17)
  }

  private func bar(_ share: Double, width: Int) -> String {
    let filled = share.isFinite ? Int((share * Double(width)).rounded()) : 0
    let parts = [(filled, theme.bar), (width - filled, theme.track)]
    let cells = parts.filter { $0.0 > 0 }.map { width, color in
      HTMLLabel.cell(
        "", "width=\"\(width)\" height=\"6\" fixedsize=\"true\" bgcolor=\"\(color.light)\"")
    }
    return HTMLLabel.table([cells.joined()], "border=\"0\" cellpadding=\"0\"")
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
