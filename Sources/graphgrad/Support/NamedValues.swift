import Foundation
import GraphGradKit

/// The named values of an expression with their gradients, for printing.
struct NamedValues {
  private struct Entry: Encodable {
    let name: String
    let data: Double
    let grad: Double
  }

  private struct Document: Encodable {
    let root: String
    let values: [Entry]
  }

  private let document: Document

  init(_ recorded: RecordedExpression) {
    let gradients = recorded.root.backward()
    let root = recorded.root
    var entries = recorded.variables.map { name, value in
      Entry(
        name: name, data: value.data,
        grad: value.position == root.position ? 1 : gradients[value])
    }
    if !entries.contains(where: { $0.name == recorded.rootName }) {
      entries.append(Entry(name: recorded.rootName, data: recorded.root.data, grad: 1))
    }
    document = Document(root: recorded.rootName, values: entries)
  }

  /// The root's name, or its text.
  var root: String { document.root }

  /// All names, in the order of assignment.
  var names: [String] { document.values.map(\.name) }

  func value(of name: String) -> Double? { entry(name)?.data }

  /// The root's derivative by a name.
  func gradient(of name: String) -> Double? { entry(name)?.grad }

  private func entry(_ name: String) -> Entry? { document.values.last { $0.name == name } }

  /// The root's value, then name, data and gradient in columns.
  var table: String {
    var table = TextTable(["name", "data", "grad"])
    for entry in document.values {
      table.add([entry.name, NumberFormat.exact(entry.data), NumberFormat.exact(entry.grad)])
    }
    let value = NumberFormat.exact(value(of: root) ?? .nan)
    return "\(document.root) = \(value)\n\n\(table.text)"
  }

  /// `{"root": …, "values": […]}` with shortest round-trip decimals.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(document) else {
      preconditionFailure("names and numbers can always be written as JSON")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
