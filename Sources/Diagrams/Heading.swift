internal import GraphModel

/// One sign of the legend.
struct LegendEntry {
  enum Sign {
    case box(Theme.Style, dashed: Bool)
    case line(Color)
  }

  let sign: Sign
  let words: String
}

extension Diagram {
  /// The signs that occur in this kind of drawing, in a fixed order. The same in every frame.
  var legend: [LegendEntry] {
    let roles = Set(view.boxes.map(\.role))
    var entries: [LegendEntry] = []
    if roles.contains(.input) {
      entries.append(LegendEntry(sign: .box(theme.input, dashed: false), words: "input"))
    }
    if roles.contains(.parameter) {
      entries.append(LegendEntry(sign: .box(theme.parameter, dashed: false), words: "parameter"))
    }
    if roles.contains(.intermediate) {
      entries.append(LegendEntry(sign: .box(theme.intermediate, dashed: false), words: "computed"))
    }
    entries.append(LegendEntry(sign: .box(theme.root, dashed: false), words: rootWords))
    entries.append(LegendEntry(sign: .box(theme.intermediate, dashed: true), words: "exactly 0"))
    if view.boxes.contains(where: { !$0.links.isEmpty }) {
      entries.append(LegendEntry(sign: .line(theme.offEdge), words: "passes no gradient back"))
    }
    return entries
  }

  private var rootWords: String {
    let name = graph.nodes[graph.root].name ?? "root"
    let short = Escaping.shortened(name, to: 16)
    return "\(short) (grad = ∂\(short)/∂value)"
  }

  /// Title, detail and legend as one table above the drawing.
  var heading: String {
    let title = Escaping.markup(Escaping.shortened(caption.title, to: 80))
    let detail = Escaping.markup(self.detail)
    let width = Int(Double(caption.widestDetail.count) * theme.fontSize * 0.62)
    var rows = row(
      "<b><font color=\"\(theme.ink.light)\" point-size=\"\(theme.fontSize + 2)\">\(title)</font></b>")
    if !detail.isEmpty {
      rows += row("<font color=\"\(theme.ink.light)\">\(detail)</font>", width: width)
    }
    let lines = legendLines.map { "<tr>\($0.map(cells).joined())</tr>" }
    let tables = lines.map { line in
      row("<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">\(line)</table>")
    }
    return "<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">"
      + rows + tables.joined() + "</table>>"
  }

  /// At most three entries a line, so that the legend of a small graph is not wider than it.
  private var legendLines: [[LegendEntry]] {
    let entries = legend
    let length = view.boxCount > 12 ? entries.count : 3
    return stride(from: 0, to: entries.count, by: length).map {
      Array(entries[$0..<min($0 + length, entries.count)])
    }
  }

  private func row(_ content: String, width: Int = 0) -> String {
    let size = width > 0 ? " width=\"\(width)\"" : ""
    return "<tr><td align=\"left\"\(size)>\(content)</td></tr>"
  }

  private func cells(_ entry: LegendEntry) -> String {
    let swatch: String
    switch entry.sign {
    case .box(let style, let dashed):
      swatch =
        "<table border=\"1\" cellborder=\"0\" cellspacing=\"0\" color=\"\(style.stroke.light)\" "
        + "bgcolor=\"\(style.fill.light)\"\(dashed ? " style=\"dashed\"" : "")>"
        + "<tr><td width=\"16\" height=\"9\" fixedsize=\"true\"></td></tr></table>"
    case .line(let color):
      swatch = "<font color=\"\(color.light)\"><b>– – –</b></font>"
    }
    return "<td>\(swatch)</td><td align=\"left\"><font color=\"\(theme.faint.light)\" "
      + "point-size=\"\(theme.smallFontSize + 1)\">\(Escaping.markup(entry.words))   </font></td>"
  }
}
