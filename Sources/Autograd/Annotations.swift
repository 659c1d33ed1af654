/// Names and scopes of values, kept beside the tape so that a value costs no memory for them.
///
/// Lists in the order of the tape: a name or a scope that is recorded goes to the end.
public struct Annotations: Sendable {
  private var names: [(position: Int, name: String)] = []
  private var scopes = ScopeNames()
  private var changes: [(position: Int, scope: Int)] = [(0, 0)]
  private var scope = 0

  /// The name given to the value at `position`.
  public func name(of position: Int) -> String? {
    let place = names.place { $0.position < position }
    return place < names.count && names[place].position == position ? names[place].name : nil
  }

  /// The scope of the value at `position`, outermost first: `["layer1", "neuron3"]`.
  public func scope(of position: Int) -> [String] {
    scopes.path(changes[changes.place { $0.position <= position } - 1].scope)
  }

  mutating func name(_ position: Int, _ name: String?) {
    if let name, names.last.map({ $0.position < position }) ?? true {
      names.append((position, name))
      return
    }
    let place = names.place { $0.position < position }
    if place < names.count, names[place].position == position { names.remove(at: place) }
    if let name { names.insert((position, name), at: place) }
  }

  mutating func enter(_ name: String, at position: Int) {
    scope = scopes.child(name, of: scope)
    note(position)
  }

  mutating func leave(at position: Int) {
    scope = scopes.parent(of: scope)
    note(position)
  }

  mutating func forget(from count: Int) {
    while let last = names.last, last.position >= count { names.removeLast() }
    while let last = changes.last, last.position > count { changes.removeLast() }
    note(count)
  }

  private mutating func note(_ position: Int) {
    if changes.last?.position == position { changes.removeLast() }
    if changes.last?.scope != scope { changes.append((position, scope)) }
  }
}

extension Array {
  /// The first place whose element does not fulfil `condition`, which holds for all before it.
  fileprivate func place(where condition: (Element) -> Bool) -> Int {
    if let last, condition(last) { return count }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Tape {
  /// Runs `body`; the values it records belong to the scope `name`, inside the scopes around it.
  ///
  /// A drawing groups the values of a scope: `layer1`, and in it `neuron3`.
  @available(*, noasync, message: "record inside Tape.recording { } or the record { } of a tape")
  public static func scope<R, E: Error>(
    _ name: String, _ body: () throws(E) -> R
  ) throws(E) -> R {
    let storage = currentStorage
    storage.pointee.annotations.enter(name, at: storage.pointee.count)
    defer { storage.pointee.annotations.leave(at: storage.pointee.count) }
    return try body()
  }
}
