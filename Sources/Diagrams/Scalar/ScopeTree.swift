/// The scopes of the boxes as a tree, `neuron2` before `neuron10`.
struct ScopeTree {
  let path: [String]
  /// The path as one word: `layer1/neuron3`.
  let key: String
  /// More letters of a name than this are not drawn.
  private static let mostLetters = 60

  /// The path in words, and the last of them.
  let words: String
  let name: String
  /// The place in the order in which scopes are written.
  private(set) var number = -1
  /// The boxes directly in this scope.
  private(set) var boxes: [Box] = []
  private(set) var children: [ScopeTree] = []

  init(_ boxes: [Box]) {
    self.init(path: [])
    for box in boxes { insert(box) }
    sort()
    var next = -1
    count(&next)
  }

  /// This scope and all inside it, in the order in which they are written.
  var all: [ScopeTree] { [self] + children.flatMap(\.all) }

  private mutating func count(_ next: inout Int) {
    number = next
    next += 1
    for index in children.indices { children[index].count(&next) }
  }

  private init(path: [String]) {
    self.path = path
    key = path.joined(separator: "/")
    words = Wording.scope(path)
    name = Escaping.shortened(path.last.map(Wording.spaced) ?? "", to: Self.mostLetters)
  }

  private mutating func sort() {
    children.sort { Self.order($0.path) < Self.order($1.path) }
    for index in children.indices { children[index].sort() }
  }

  /// The number at the end of a name counts, then the name; without a number comes last.
  private static func order(_ path: [String]) -> (Int, String) {
    let name = path.last ?? ""
    let digits = String(name.reversed().prefix { ("0"..."9").contains($0) }.reversed())
    return (Int(digits) ?? .max, name)
  }

  private mutating func insert(_ box: Box) {
    guard box.scope.count > path.count else { return boxes.append(box) }
    let name = box.scope[path.count]
    if let index = children.lastIndex(where: { $0.path.last == name }) {
      return children[index].insert(box)
    }
    var child = ScopeTree(path: path + [name])
    child.insert(box)
    children.append(child)
  }
}
