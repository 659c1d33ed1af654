import GraphGradKit

/// The numbers of a timeline as CSV, one line for each neuron and step; the parameters after the
/// last update stand under the step `end`.
struct TimelineTable {
  let text: String

  init(_ history: FiringHistory) {
    var events: [Int: [Int: String]] = [:]
    for event in history.events {
      events[event.column, default: [:]][event.neuron] = event.kind.rawValue
    }
    var text = "step,loss,neuron,fires,event\n"
    for (column, step) in history.steps.enumerated() {
      let head = "\(step.map(String.init) ?? "end"),\(NumberFormat.exact(history.losses[column]))"
      for (neuron, name) in history.names.enumerated() {
        let fires = NumberFormat.exact(history.fires[column][neuron])
        text += "\(head),\(CSVText.field(name)),\(fires),\(events[column]?[neuron] ?? "")\n"
      }
    }
    self.text = text
  }
}
