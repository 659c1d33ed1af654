import GraphGradKit

/// What an expression came to at each number of a sweep.
struct SweepTable {
  private let name: String
  private var points: [NamedValues] = []

  /// - Parameter name: what is moved.
  init(_ name: String) { self.name = name }

  mutating func add(_ values: NamedValues) { points.append(values) }

  /// The moved number, the root, and the root's derivative by the number.
  var text: String {
    guard let root = points.first?.root else { return "" }
    var table = TextTable([name, root, derivative(of: root, by: name)])
    for point in points {
      table.add(
        [point.value(of: name), point.value(of: root), point.gradient(of: name)]
          .map { $0.map(NumberFormat.exact) ?? "" })
    }
    return table.text
  }

  /// The same, then of every other name its value and the root's derivative by it.
  var csv: String {
    guard let first = points.first else { return "" }
    let root = first.root
    let others = first.names.filter { $0 != name && $0 != root }
    var header = [name, root, derivative(of: root, by: name)]
    header += others.flatMap { [$0, derivative(of: root, by: $0)] }
    let rows = points.map { point in
      let main = [point.value(of: name), point.value(of: root), point.gradient(of: name)]
      return main + others.flatMap { [point.value(of: $0), point.gradient(of: $0)] }
    }
    let lines = rows.map { $0.map { $0.map(NumberFormat.exact) ?? "" } }
    return ([header.map(CSVText.field)] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private func derivative(of root: String, by name: String) -> String { "d(\(root))/d(\(name))" }
}
