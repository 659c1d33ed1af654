import GraphGradKit

/// How often neurons fire in groups of examples, in one of the forms of `graphgrad neurons`.
struct FiringReport {
  private let firing: FiringByGroup
  private let title: String

  init(_ firing: FiringByGroup, title: String) {
    self.firing = firing
    self.title = title
  }

  func text(_ format: NeuronReport.Format) -> String {
    switch format {
    case .table: table
    case .json: String(decoding: JSONText.encode(firing), as: UTF8.self)
    case .csv: csv
    case .markdown: markdown
    }
  }

  /// Of each neuron its name, then in what share of each group it fires; `never` where in none.
  private var rows: [[String]] {
    firing.neurons.indices.map { neuron in
      [firing.neurons[neuron]]
        + firing.groups.map { $0.fires[neuron] == 0 ? "never" : Percent.text($0.fires[neuron]) }
    }
  }

  private var counted: String { firing.areOfPlaces ? "places" : "examples" }

  private var table: String {
    if firing.neurons.isEmpty { return "\(title)\n\nthere are no neurons but the outputs\n" }
    var table = TextTable(["fires in"] + firing.groups.map(\.name))
    table.add([counted] + firing.groups.map { "\($0.examples)" })
    for row in rows { table.add(row) }
    let never = firing.groups.map { group in "\(group.fires.count { $0 == 0 })" }
    table.add(["never fire"] + never)
    return "\(title)\n\n\(table.text)"
  }

  private var markdown: String {
    let header = ["neuron"] + firing.groups.map(\.name)
    let rule = ["---"] + firing.groups.map { _ in "---:" }
    return ([header, rule] + rows).map { cells in
      "| \(cells.map(NeuronReport.escaped).joined(separator: " | ")) |\n"
    }.joined()
  }

  private var csv: String {
    var text = "neuron,group,\(counted),fires\n"
    for (neuron, name) in firing.neurons.enumerated() {
      for group in firing.groups {
        text += "\(CSVText.field(name)),\(CSVText.field(group.name)),\(group.examples),"
        text += "\(NumberFormat.exact(group.fires[neuron]))\n"
      }
    }
    return text
  }
}
