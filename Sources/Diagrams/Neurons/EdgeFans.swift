internal import GraphModel

/// The curves of a network, spread along the sides of the boxes instead of meeting in one point.
struct EdgeFans {
  private(set) var curves: [[Canvas.Point]] = []
  /// The lowest place that a curve reaches.
  private(set) var bottom = 0.0
  private var spacings: [Int: [Double]] = [:]
  private var starts: [Canvas.Point]
  private var ends: [Canvas.Point]
  private let columns: [NeuronLayout.Column]

  /// Weights are written where the edges into a box are at least this far apart.
  private static let roomForWords = 12.0
  private static let widestSpacing = 15.0
  private static let corner = 9.0
  /// The straight last piece of a curve that has a weight above it.
  private static let stub = 34.0
  /// Between curves that lead below the boxes of a column.
  private static let detourGap = 11.0

  init(
    _ network: NeuronGraph, _ middles: [Canvas.Point], _ sizes: [NeuronLayout.Size],
    _ columns: [NeuronLayout.Column]
  ) {
    self.columns = columns
    starts = network.edges.map { middles[$0.source] }
    ends = network.edges.map { middles[$0.target] }
    let isDetour = network.edges.map { edge in
      network.nodes[edge.target].column - network.nodes[edge.source].column > 1
    }
    /// From top to bottom; what leads below other boxes comes last.
    func isAbove(_ first: Int, _ second: Int, _ points: [Canvas.Point]) -> Bool {
      (isDetour[first] ? 1 : 0, points[first].y, first)
        < (isDetour[second] ? 1 : 0, points[second].y, second)
    }
    var incoming = [[Int]](repeating: [], count: network.nodes.count)
    var outgoing = incoming
    for (index, edge) in network.edges.enumerated() {
      incoming[edge.target].append(index)
      outgoing[edge.source].append(index)
    }
    for node in network.nodes {
      let size = sizes[node.id]
      let into = incoming[node.id].sorted { isAbove($0, $1, starts) }
      let spacing = Self.spacing(into.count, size)
      if !into.isEmpty { spacings[node.column, default: []].append(spacing) }
      for (rank, edge) in into.enumerated() {
        ends[edge].x -= size.width / 2
        ends[edge].y += (Double(rank) - Double(into.count - 1) / 2) * spacing
      }
    }
    for node in network.nodes {
      let size = sizes[node.id]
      let out = outgoing[node.id].sorted { isAbove($0, $1, ends) }
      for (rank, edge) in out.enumerated() {
        let offset = Double(rank) - Double(out.count - 1) / 2
        starts[edge].x += size.width / 2
        starts[edge].y += offset * Self.spacing(out.count, size)
      }
    }
    var detours = 0
    for (index, edge) in network.edges.enumerated() {
      let (first, last) = (network.nodes[edge.source].column, network.nodes[edge.target].column)
      let stub = hasRoom(inColumn: last) ? Self.stub : 1
      if isDetour[index] {
        detours += 1
        curves.append(detour(index, below: columns[first + 1..<last], rank: detours))
      } else {
        curves.append(Self.curve(starts[index], ends[index], stub: stub))
      }
    }
  }

  func hasRoom(inColumn column: Int) -> Bool {
    spacings[column, default: []].allSatisfy { $0 >= Self.roomForWords }
  }

  private static func spacing(_ count: Int, _ size: NeuronLayout.Size) -> Double {
    count < 2
      ? widestSpacing : min(widestSpacing, (size.height - 2 * corner) / Double(count - 1))
  }

  private static func curve(
    _ start: Canvas.Point, _ end: Canvas.Point, stub: Double
  ) -> [Canvas.Point] {
    let turn = Canvas.Point(x: end.x - stub, y: end.y)
    return bend(start, turn) + Canvas.straight([turn, end]).dropFirst()
  }

  /// An S from one point to another, level at both ends.
  private static func bend(_ start: Canvas.Point, _ end: Canvas.Point) -> [Canvas.Point] {
    let middle = (start.x + end.x) / 2
    return [start, Canvas.Point(x: middle, y: start.y), Canvas.Point(x: middle, y: end.y), end]
  }

  /// A curve that passes below the boxes of the columns between its ends.
  private mutating func detour(
    _ edge: Int, below columns: ArraySlice<NeuronLayout.Column>, rank: Int
  ) -> [Canvas.Point] {
    let lowest = columns.map(\.bottom).max() ?? 0
    let y = lowest + Self.detourGap * Double(rank)
    bottom = max(bottom, y + Self.detourGap)
    let enter = Canvas.Point(x: columns.first?.left ?? 0, y: y)
    let leave = Canvas.Point(x: columns.last?.right ?? 0, y: y)
    return Self.bend(starts[edge], enter) + Canvas.straight([enter, leave]).dropFirst()
      + Self.bend(leave, ends[edge]).dropFirst()
  }
}
