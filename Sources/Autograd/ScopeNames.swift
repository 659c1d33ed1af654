/// The scopes that were entered, as a tree of numbers; 0 is the outermost, without a name.
struct ScopeNames: Sendable {
  private struct Key: Hashable {
    let parent: Int
    let name: String
  }

  private var paths: [[String]] = [[]]
  private var parents = [0]
  private var numbers: [Key: Int] = [:]

  /// The names from the outermost scope to this one.
  func path(_ scope: Int) -> [String] { paths[scope] }

  /// The scope around this one.
  func parent(of scope: Int) -> Int { parents[scope] }

  /// The scope of this name in another; the same number each time.
  mutating func child(_ name: String, of parent: Int) -> Int {
    let key = Key(parent: parent, name: name)
    if let number = numbers[key] { return number }
    paths.append(paths[parent] + [name])
    parents.append(parent)
    numbers[key] = paths.count - 1
    return paths.count - 1
  }
}
