import ArgumentParser
import Foundation
import GraphGradKit

/// The neurons of a network in one of the forms of `graphgrad neurons`.
struct NeuronReport {
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json, csv, markdown }

  private let records: [NeuronRecord]
  private let title: String

  private static let header = [
    "neuron", "fires", "Δ outputs", "Δ loss", "changed", "grad norm", "verdict", "reason",
  ]

  /// - Parameter title: which network, at which step, over which examples.
  init(_ records: [NeuronRecord], title: String) {
    self.records = records
    self.title = title
  }

  func text(_ format: Format) -> String {
    switch format {
    case .table: table
    case .json: String(decoding: JSONText.encode(records), as: UTF8.self)
    case .csv: csv
    case .markdown: markdown
    }
  }

  private func cells(_ record: NeuronRecord) -> [String] {
    [
      record.neuron, Percent.text(record.fires), NumberFormat.text(for: record.effectOnOutputs),
      NumberFormat.text(for: record.effectOnLoss), "\(record.changedPredictions)",
      NumberFormat.text(for: record.gradientNorm), record.verdict.rawValue, record.reason,
    ]
  }

  /// Columns of numbers; the reasons below, where a long sentence breaks no column.
  private var table: String {
    if records.isEmpty { return "\(title)\n\nthere are no neurons but the outputs\n" }
    var table = TextTable(Array(Self.header.dropLast()))
    for record in records { table.add(Array(cells(record).dropLast())) }
    let width = records.map(\.neuron.count).max() ?? 0
    let reasons = records.map { record in
      record.neuron.padding(toLength: width, withPad: " ", startingAt: 0) + "  \(record.reason)\n"
    }
    let key =
      "Δ: what changes when the neuron's output is set to 0; changed: predictions that change\n"
    return "\(title)\n\n\(table.text)\n\(reasons.joined())\n\(key)"
  }

  private var markdown: String {
    let rule = ["---"] + Array(repeating: "---:", count: 5) + ["---", "---"]
    let rows = [Self.header, rule] + records.map { cells($0).map(Self.escaped) }
    return rows.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  static func escaped(_ cell: String) -> String {
    cell.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  private var csv: String {
    let header =
      "neuron,fires,effectOnOutputs,effectOnLoss,changedPredictions,effectOfMeanOnOutputs,"
      + "effectOfMeanOnLoss,gradientNorm,verdict,holds,reason\n"
    return header
      + records.map { record in
        let numbers = [
          record.effectOfMeanOnOutputs, record.effectOfMeanOnLoss, record.gradientNorm,
        ].map(NumberFormat.exact)
        let holds = record.holds.map(\.rawValue).joined(separator: " ")
        return [
          CSVText.field(record.neuron), NumberFormat.exact(record.fires),
          NumberFormat.exact(record.effectOnOutputs), NumberFormat.exact(record.effectOnLoss),
          "\(record.changedPredictions)", numbers.joined(separator: ","), record.verdict.rawValue,
          holds, CSVText.field(record.reason),
        ].joined(separator: ",") + "\n"
      }.joined()
  }
}
