internal import GraphModel

/// Neurons × steps, shaded by the share of examples in which each fires, with the loss above.
struct TimelineDiagram: DiagramContent {
  let layout: TimelineLayout
  let caption: Caption
  let theme: Theme
  let prefix: String
  let isPlaced = true
  private let runs: [[TimelineRun]]

  init(_ history: FiringHistory, caption: Caption, theme: Theme, prefix: String) {
    layout = TimelineLayout(history)
    self.caption = caption
    self.theme = theme
    self.prefix = prefix
    let layout = layout
    runs = history.names.indices.map { TimelineRun.runs(of: $0, in: layout) }
  }

  var history: FiringHistory { layout.history }
  var boxCount: Int { runs.reduce(0) { $0 + $1.count } }
  var size: Int { boxCount }
  var detail: String { caption.shownDetail }

  /// All areas with their ids, row by row.
  var cells: [(id: String, neuron: Int, run: TimelineRun)] {
    runs.enumerated().flatMap { neuron, runs in
      runs.enumerated().map { ("\(prefix)_c\(neuron)_\($0)", neuron, $1) }
    }
  }

  func id(of event: Int) -> String { "\(prefix)_v\(event)" }

  var parts: [String: Part] {
    var slots = SlotCounter()
    let detail = Part(
      classSlot: slots.take(), titleSlot: slots.take(),
      lines: [Part.Line(kind: "w", slot: SlotCounter.detail)])
    var parts = ["\(prefix)_detail": detail]
    for cell in cells {
      parts[cell.id] = Part(classSlot: slots.take(), titleSlot: slots.take())
    }
    for index in history.events.indices {
      parts[id(of: index)] = Part(classSlot: slots.take(), titleSlot: slots.take())
    }
    return parts
  }

  func write(_ texts: inout SlotTexts) {
    for text in [Escaping.markup(detail), Escaping.markup(description), "node detail", ""] {
      texts.add(text)
    }
    for cell in cells {
      texts.add("node cell s\(cell.run.shade)")
      texts.add(Escaping.markup(title(cell.neuron, cell.run)))
    }
    for event in history.events {
      texts.add("node \(event.kind.rawValue)")
      texts.add(Escaping.markup(title(event)))
    }
  }

  private var description: String {
    let dead = history.names.indices.filter { history.death(of: $0) != nil }.count
    return [
      caption.title, detail, "timeline of \(history.names.count) neurons",
      "\(dead) dead at the end",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func title(_ neuron: Int, _ run: TimelineRun) -> String {
    let first = layout.steps(inColumn: run.columns.lowerBound).lowerBound
    let last = layout.steps(inColumn: run.columns.upperBound - 1).upperBound - 1
    let steps = first == last ? when(first) : "\(when(first)) to \(when(last))"
    if run.shade == TimelineRun.notANumber {
      return "\(history.names[neuron]), \(steps): its output is nan, so it neither fires nor is off"
    }
    let shares = [run.lowest, run.highest].map(NumberFormat.percent)
    let fires = shares[0] == shares[1] ? shares[0] : "\(shares[0]) to \(shares[1])"
    let place =
      history.withSeveralPlaces.contains(neuron)
      ? "at \(fires) of its places in the examples" : "in \(fires) of the examples"
    return "\(history.names[neuron]), \(steps): fires \(place)"
  }

  private func title(_ event: FiringHistory.Event) -> String {
    let verb = event.kind == .death ? "died" : "came back"
    return "\(history.names[event.neuron]) \(verb): \(when(event.column))"
  }

  private func when(_ index: Int) -> String {
    history.steps[index].map { "step \($0)" } ?? "after the last update"
  }
}
