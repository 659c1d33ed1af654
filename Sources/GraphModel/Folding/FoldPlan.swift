/// How a graph is folded, found once for all graphs of the same structure.
///
/// Every value is in exactly one box: its own, or that of a group. The boxes are put in an order in
/// which what is computed stands behind what it is computed from, as far as groups that use each
/// other allow one.
public struct FoldPlan: Sendable {
  /// The depth at which scopes are boxes; `nil` where all are open.
  public let depth: Int?
  /// Whether the depth was chosen for want of room, not by someone.
  public private(set) var isAutomatic = false
  /// The depth that was asked for, where it was too deep to fit.
  public private(set) var askedDepth: Int?
  /// How many boxes there are.
  public let boxCount: Int
  /// How many values the graph has.
  public var valueCount: Int { boxes.count }
  /// How many groups are among the boxes.
  public var groupCount: Int { groups.count }
  /// Of each value the place of its box.
  let boxes: [Int]
  /// The paths of the groups by the place of their box.
  let groups: [Int: [String]]

  /// Chooses which scopes to fold.
  ///
  /// - Parameter fits: whether the folded graph can be laid out; of a depth that does not fit it is
  ///   the next one up that does, or 1. It is not asked where every value is to have its box.
  /// - Throws: ``UnknownScope`` for a scope to open that is not there.
  public init(
    _ graph: Graph, _ folding: Folding, fits: (FoldPlan) -> Bool = { _ in true }
  ) throws(UnknownScope) {
    let paths = ScopePaths(graph)
    let scopes = Homes(graph)
    for name in folding.expanded where !paths.contains(name) && !scopes.areInputs(name) {
      throw UnknownScope(name: name, known: paths.near(name))
    }
    let open = Set(folding.expanded.flatMap(Self.ancestors))
    func plan(_ depth: Int?) -> FoldPlan { FoldPlan(graph, scopes, depth, open) }
    switch folding.depth {
    case .all: self = plan(nil)
    case .level(let level):
      // Past the deepest scopes there is nothing more to open.
      var depth = max(1, min(level, paths.depth + 1))
      var best = plan(depth)
      while depth > 1, !fits(best) {
        depth -= 1
        best = plan(depth)
        best.askedDepth = level
      }
      self = best
    case .automatic:
      let whole = plan(nil)
      let isSmall = graph.nodes.count <= Folding.automaticCount && folding.expanded.isEmpty
      guard !isSmall || !fits(whole), paths.depth > 0 else {
        self = whole
        return
      }
      var best = plan(1)
      for depth in stride(from: 2, through: paths.depth, by: 1) {
        let next = plan(depth)
        if next.boxCount > Folding.readableCount || !fits(next) { break }
        best = next
      }
      self = best
      isAutomatic = true
    }
  }

  private static func ancestors(_ name: String) -> [String] {
    let parts = name.split(separator: "/")
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  private init(_ graph: Graph, _ homes: Homes, _ depth: Int?, _ open: Set<String>) {
    var numbers: [[String]: Int] = [:]
    var closed: [[String]: [String]?] = [:]
    var groups: [Int: [String]] = [:]
    var boxes: [Int] = []
    var count = 0
    for node in graph.nodes {
      let scope = homes.scopes[node.id]
      let known = closed[scope]
      let path = known ?? Self.group(around: scope, homes, depth, open)
      if known == nil { closed[scope] = .some(path) }
      if let path, let number = numbers[path] {
        boxes.append(number)
        continue
      }
      if let path {
        numbers[path] = count
        groups[count] = path
      }
      boxes.append(count)
      count += 1
    }
    let order = BoxOrder(graph, boxes, count: count).places
    self.depth = depth
    boxCount = count
    self.boxes = boxes.map { order[$0] }
    self.groups = Dictionary(uniqueKeysWithValues: groups.map { (order[$0], $1) })
  }

  /// The outermost closed scope around a value; `nil` where all are open.
  private static func group(
    around scope: [String], _ homes: Homes, _ depth: Int?, _ open: Set<String>
  ) -> [String]? {
    guard let depth else { return nil }
    let path = scope.joined(separator: "/")
    if homes.areInputs(path) { return open.contains(path) ? nil : scope }
    for length in stride(from: 1, through: scope.count, by: 1) {
      let path = Array(scope.prefix(length))
      if length >= depth, !open.contains(path.joined(separator: "/")) { return path }
    }
    return nil
  }
}
