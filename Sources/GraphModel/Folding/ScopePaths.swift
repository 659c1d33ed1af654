/// The scopes of a graph by their whole names, such as `block1/mlp`.
struct ScopePaths {
  /// Of each scope the scopes directly inside it, in the order in which they were met; `""` is the
  /// graph itself.
  private(set) var children: [String: [String]] = [:]

  init(_ graph: Graph) {
    var known: Set<[String]> = []
    for node in graph.nodes where known.insert(node.scope).inserted {
      for length in 0..<node.scope.count { add(node.scope, length) }
    }
  }

  private mutating func add(_ scope: [String], _ length: Int) {
    let parent = scope.prefix(length).joined(separator: "/")
    let child = scope.prefix(length + 1).joined(separator: "/")
    guard children[parent]?.contains(child) != true else { return }
    children[parent, default: []].append(child)
  }

  /// How deep scopes are nested.
  var depth: Int {
    children.keys.map { $0.isEmpty ? 1 : $0.split(separator: "/").count + 1 }.max() ?? 0
  }

  /// Whether there is a scope of this name.
  func contains(_ name: String) -> Bool {
    children.values.contains { $0.contains(name) }
  }

  /// The scopes that stand where `name` should: in the deepest scope around it that is there.
  func near(_ name: String) -> [String] {
    var parts = name.split(separator: "/").map(String.init)
    while !parts.isEmpty {
      parts.removeLast()
      if let known = children[parts.joined(separator: "/")] { return known }
    }
    return children[""] ?? []
  }
}
