/// Names and scopes of values, kept beside the tape so that a value costs no memory for them.
public struct Annotations: Sendable {
  /// The names given, by position on the tape.
  public private(set) var names: [Int: String] = [:]
  private var path: [String] = []
  private var changes: [(start: Int, path: [String])] = [(0, [])]

  /// The scope of the value at `position`, outermost first: `["layer1", "neuron3"]`.
  public func scope(of position: Int) -> [String] {
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle].start <= position { low = middle } else { high = middle }
    }
    return changes[low].path
  }

  mutating func name(_ position: Int, _ name: String?) {
    names[position] = name
  }

  mutating func enter(_ scope: String, at position: Int) {
    path.append(scope)
    note(position)
  }

  mutating func leave(at position: Int) {
    path.removeLast()
    note(position)
  }

  mutating func forget(from count: Int) {
    if names.count > 0 { names = names.filter { $0.key < count } }
    changes.removeAll { $0.start > count }
    if changes.isEmpty || changes.last?.path != path { note(count) }
  }

  private mutating func note(_ position: Int) {
    if changes.last?.start == position { changes.removeLast() }
    changes.append((position, path))
  }
}

extension Tape {
  /// Runs `body`; the values it records belong to the scope `name`, inside the scopes around it.
  ///
  /// A drawing groups the values of a scope: `layer1`, and in it `neuron3`.
  public static func scope<R, E: Error>(
    _ name: String, _ body: () throws(E) -> R
  ) throws(E) -> R {
    let tape = current
    tape.annotations.enter(name, at: tape.count)
    defer { tape.annotations.leave(at: tape.count) }
    return try body()
  }
}
