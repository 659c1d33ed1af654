internal import GraphModel

/// One sign of the legend.
struct LegendEntry {
  enum Sign {
    case box(Theme.Style, dashed: Bool)
    case line(Color)
    case words(String)
  }

  let sign: Sign
  let words: String
}

extension ScalarDiagram {
  /// The signs that occur in this kind of drawing, in a fixed order. The same in every frame.
  var legend: [LegendEntry] {
    if isComparison { return comparisonLegend }
    if isMoment { return momentLegend }
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
    if roles.contains(.group) {
      entries.append(
        LegendEntry(sign: .box(theme.group, dashed: false), words: "scope, folded into one box"))
    }
    let rootStyle = style(ofRole: rootRole)
    entries.append(LegendEntry(sign: .box(rootStyle, dashed: false), words: rootWords))
    entries.append(LegendEntry(sign: .box(theme.intermediate, dashed: true), words: "exactly 0"))
    if view.boxes.contains(where: { !$0.links.isEmpty }) {
      entries.append(LegendEntry(sign: .line(theme.offEdge), words: "passes no gradient back"))
    }
    return entries
  }

  private var rootRole: Node.Role {
    let role = graph.nodes[graph.root].role
    return role == .group ? .root : role
  }

  private var comparisonLegend: [LegendEntry] {
    let styles = ["p3", "n3"].compactMap(theme.shade)
    return [
      LegendEntry(
        sign: .box(styles[0], dashed: false), words: "greater than at \(graph.comparedTo ?? "")"),
      LegendEntry(sign: .box(styles[1], dashed: false), words: "smaller"),
      LegendEntry(sign: .box(theme.intermediate, dashed: true), words: "unchanged to the bit"),
      LegendEntry(sign: .words("±"), words: "its sign changed"),
    ]
  }

  private var momentLegend: [LegendEntry] {
    let now = Theme.Style(fill: theme.intermediate.fill, stroke: theme.root.stroke)
    return [
      LegendEntry(sign: .box(now, dashed: false), words: "now"),
      LegendEntry(sign: .words("·"), words: "not known yet"),
      LegendEntry(
        sign: .words("0.64 = 1.00 × 0.64"),
        words: "passed back = local derivative × gradient"),
    ]
  }

  private var rootWords: String {
    let name = graph.nodes[graph.root].name.map(Escaping.name) ?? "root"
    let short = Escaping.shortened(graph.gradientsOf ?? name, to: 16)
    return "\(short) (grad = ∂\(short)/∂value)"
  }

  /// Title, detail and legend as one table above the drawing.
  var heading: String {
    let title = Escaping.shortened(caption.title, to: 80)
    var rows = [
      HTMLLabel.cell(HTMLLabel.text(title, theme.ink, size: theme.fontSize + 2, isBold: true))
    ]
    if !detail.isEmpty {
      let width = Int(
        Double(min(caption.widestDetail.count, Caption.detailLimit)) * theme.fontSize * 0.62)
      rows.append(
        HTMLLabel.cell(HTMLLabel.text(detail, theme.ink), "align=\"left\" width=\"\(width)\""))
    }
    rows += legendLines.map { HTMLLabel.cell(HTMLLabel.table([$0.map(cells).joined()])) }
    return HTMLLabel.table(rows)
  }

  /// At most three entries a line, so that the legend of a small graph is not wider than it.
  private var legendLines: [[LegendEntry]] {
    let entries = legend
    let length = view.boxCount > 12 ? entries.count : 3
    return stride(from: 0, to: entries.count, by: length).map {
      Array(entries[$0..<min($0 + length, entries.count)])
    }
  }

  private func cells(_ entry: LegendEntry) -> String {
    let words = HTMLLabel.text(entry.words + "   ", theme.faint, size: theme.smallFontSize + 1)
    return HTMLLabel.cell(swatch(entry.sign), "") + HTMLLabel.cell(words)
  }

  private func swatch(_ sign: LegendEntry.Sign) -> String {
    switch sign {
    case .words(let words): return HTMLLabel.text(words, theme.ink, isBold: true)
    case .line(let color): return HTMLLabel.text("– – –", color, isBold: true)
    case .box(let style, let dashed):
      let blank = HTMLLabel.cell("", "width=\"16\" height=\"9\" fixedsize=\"true\"")
      let dash = dashed ? " style=\"dashed\"" : ""
      return HTMLLabel.table(
        [blank],
        "border=\"1\" color=\"\(style.stroke.light)\" bgcolor=\"\(style.fill.light)\"\(dash)")
    }
  }
}
