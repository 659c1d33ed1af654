import ArgumentParser
import Foundation
import GraphGradKit

/// The neurons of a network in one of the forms of `graphgrad neurons`.
struct NeuronReport {
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json, csv, markdown }

  private let records: [NeuronRecord]
  private let title: String

  /// Without a loss there is nothing to say of it.
  private let hasLoss: Bool

  private var header: [String] {
    ["neuron", "fires", "Δ outputs"] + (hasLoss ? ["Δ loss", "changed", "grad norm"] : [])
      + ["verdict", "reason"]
  }

  /// - Parameter title: which network, at which step, over which examples.
  init(_ records: [NeuronRecord], title: String, hasLoss: Bool) {
    self.records = records
    self.title = title
    self.hasLoss = hasLoss
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
    var cells = [
      record.neuron, Percent.text(record.fires), NumberFormat.text(for: record.effectOnOutputs),
    ]
    if let loss = record.effectOnLoss, let changed = record.changedPredictions,
      let norm = record.gradientNorm
    {
      cells += [NumberFormat.text(for: loss), "\(changed)", NumberFormat.text(for: norm)]
    }
    return cells + [record.verdict.rawValue, record.reason]
  }

  /// Columns of numbers; the reasons below, where a long sentence breaks no column.
  private var table: String {
    if records.isEmpty { return "\(title)\n\nthere are no neurons but the outputs\n" }
    var table = TextTable(Array(header.dropLast()))
    for record in records { table.add(Array(cells(record).dropLast())) }
    let width = records.map(\.neuron.count).max() ?? 0
    let reasons = records.map { record in
      record.neuron.padding(toLength: width, withPad: " ", startingAt: 0) + "  \(record.reason)\n"
    }
    let key =
      "Δ: what changes when the neuron's output is set to 0"
      + (hasLoss ? "; changed: predictions that change\n" : "\n")
    return "\(title)\n\n\(table.text)\n\(reasons.joined())\n\(key)"
  }

  private var markdown: String {
    let rule = ["---"] + Array(repeating: "---:", count: header.count - 3) + ["---", "---"]
    let rows = [header, rule] + records.map { cells($0).map(Self.escaped) }
    return rows.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  static func escaped(_ cell: String) -> String {
    cell.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  private var csv: String {
    let names =
      ["neuron", "fires", "effectOnOutputs"]
      + (hasLoss ? ["effectOnLoss", "changedPredictions"] : [])
      + ["effectOfMeanOnOutputs"] + (hasLoss ? ["effectOfMeanOnLoss", "gradientNorm"] : [])
      + ["verdict", "holds", "reason"]
    return CSVText.lines(names, records.map(fields))
  }

  private func fields(_ record: NeuronRecord) -> [String] {
    func exact(_ numbers: Double?...) -> [String] {
      numbers.compactMap { $0.map(NumberFormat.exact) }
    }
    return [record.neuron] + exact(record.fires, record.effectOnOutputs, record.effectOnLoss)
      + (record.changedPredictions.map { ["\($0)"] } ?? [])
      + exact(record.effectOfMeanOnOutputs, record.effectOfMeanOnLoss, record.gradientNorm)
      + [
        record.verdict.rawValue, record.holds.map(\.rawValue).joined(separator: " "), record.reason,
      ]
  }
}
