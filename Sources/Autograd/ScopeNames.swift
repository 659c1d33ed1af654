/// The scopes that were entered, as a tree of numbers; 0 is the outermost, without a name.
struct ScopeNames: Sendable {
  private struct Key: Hashable {
    let parent: Int
    let name: String
  }

  private struct Scope {
    let path: [String]
    let parent: Int
    /// Its children in the order in which they were entered first.
    var children: [Int] = []
    /// Which child comes after the one that was entered last.
    var next = 0
  }

  private var scopes = [Scope(path: [], parent: 0)]
  private var numbers: [Key: Int] = [:]

  /// The names from the outermost scope to this one.
  func path(_ scope: Int) -> [String] { scopes[scope].path }

  /// The scope around this one.
  func parent(of scope: Int) -> Int { scopes[scope].parent }

  /// The scope of this name in another; the same number each time.
  ///
  /// Scopes are mostly entered in the same order again and again, neuron by neuron, so the one after
  /// the last is tried first.
  mutating func child(_ name: String, of parent: Int) -> Int {
    let next = scopes[parent].next
    if next < scopes[parent].children.count {
      let guess = scopes[parent].children[next]
      if scopes[guess].path.last == name {
        scopes[parent].next = next + 1 == scopes[parent].children.count ? 0 : next + 1
        return guess
      }
    }
    return found(name, of: parent)
  }

  private mutating func found(_ name: String, of parent: Int) -> Int {
    let key = Key(parent: parent, name: name)
    if let number = numbers[key] {
      let place = scopes[parent].children.firstIndex(of: number) ?? 0
      scopes[parent].next = place + 1 == scopes[parent].children.count ? 0 : place + 1
      return number
    }
    let number = scopes.count
    scopes.append(Scope(path: scopes[parent].path + [name], parent: parent))
    scopes[parent].children.append(number)
    scopes[parent].next = 0
    numbers[key] = number
    return number
  }
}
