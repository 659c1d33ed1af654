internal import GraphModel

/// Curves, bars, areas and points against axes.
struct PlotDiagram: DiagramContent {
  let plot: Plot
  let layout: PlotLayout
  let caption: Caption
  let theme: Theme
  let prefix: String
  let isPlaced = true

  init(_ plot: Plot, caption: Caption, theme: Theme, prefix: String) {
    self.plot = plot
    layout = PlotLayout(plot)
    self.caption = caption
    self.theme = theme
    self.prefix = prefix
  }

  var detail: String { caption.shownDetail }
  var boxCount: Int { plot.panels.reduce(0) { $0 + $1.marks.count } }
  var size: Int { boxCount }

  var parts: [String: Part] {
    var slots = SlotCounter()
    return [
      "\(prefix)_detail": Part(
        classSlot: slots.take(), titleSlot: slots.take(),
        lines: [Part.Line(kind: "w", slot: SlotCounter.detail)])
    ]
  }

  func write(_ texts: inout SlotTexts) {
    let titles = plot.panels.map(\.title).filter { !$0.isEmpty }
    let description = ([caption.title, detail] + titles).filter { !$0.isEmpty }
    for text in [detail, description.joined(separator: "; "), "node detail", ""] {
      texts.add(Escaping.markup(text))
    }
  }

  /// The colours of series, one after the other; each has its dash and its sign as well.
  var colors: [Color] {
    [
      theme.positive, theme.negative, theme.parameter.stroke, theme.group.stroke, theme.bar,
      theme.alarm.stroke,
    ]
  }

  /// The place of a series among the colours.
  func tone(_ series: Int) -> Int { series % colors.count }

  static let dashes = ["", "6,3", "2,2", "8,3,2,3", "1,2", "10,4"]
  static let signs = ["●", "▲", "■", "◆", "▼", "○"]
}
