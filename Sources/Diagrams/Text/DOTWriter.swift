/// Writes DOT statements with their attributes, each on a line of its own.
struct DOTWriter {
  private(set) var text = ""
  private var depth = 0
  private let placement: Diagram.Placement

  init(placement: Diagram.Placement) {
    self.placement = placement
  }

  mutating func open(_ head: String) {
    line("\(head) {")
    depth += 1
  }

  mutating func close() {
    depth -= 1
    line("}")
  }

  /// A statement; a label in `<…>` is HTML-like and not quoted.
  mutating func statement(
    _ head: String, id: String? = nil, _ attributes: [(String, String)]
  ) {
    var all = attributes
    if let id {
      all.insert(("id", id), at: 0)
      all += (placement[id] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    let list = all.map { name, value in
      name == "label" && value.hasPrefix("<")
        ? "\(name)=\(value)" : "\(name)=\(Escaping.quoted(value))"
    }
    line("\(head) [\(list.joined(separator: ", "))];")
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: depth) + content + "\n"
  }
}
