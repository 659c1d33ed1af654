/// The scopes of the boxes as a tree, in order of first appearance.
struct ScopeTree {
  let path: [String]
  /// The boxes directly in this scope.
  private(set) var boxes: [Box] = []
  private(set) var children: [ScopeTree] = []

  init(_ boxes: [Box]) {
    self.init(path: [])
    for box in boxes { insert(box) }
  }

  private init(path: [String]) { self.path = path }

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
