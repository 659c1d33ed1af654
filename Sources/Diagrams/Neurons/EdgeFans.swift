internal import GraphModel

/// The curves of a network, spread along the sides of the boxes instead of meeting in one point.
struct EdgeFans {
  private(set) var curves: [[Canvas.Point]]
  private let spacings: [Int: [Double]]

  /// Weights are written where the edges into a box are at least this far apart.
  private static let roomForWords = 12.0
  private static let widestSpacing = 15.0
  private static let corner = 9.0
  private static let stub = 34.0

  init(
    _ network: NeuronGraph, _ middles: [Canvas.Point],
    size: (NeuronNode) -> NeuronLayout.Size
  ) {
    var incoming = [[Int]](repeating: [], count: network.nodes.count)
    var outgoing = incoming
    for (index, edge) in network.edges.enumerated() {
      incoming[edge.target].append(index)
      outgoing[edge.source].append(index)
    }
    curves = network.edges.map { _ in [] }
    var ends = [(start: Canvas.Point, end: Canvas.Point)](
      repeating: (middles[0], middles[0]), count: network.edges.count)
    var spacings: [Int: [Double]] = [:]
    for node in network.nodes {
      let (middle, size) = (middles[node.id], size(node))
      let intoNode = incoming[node.id].sorted { Self.isAbove($0, $1, network, middles, \.source) }
      let spacing = Self.spacing(intoNode.count, size)
      if !intoNode.isEmpty { spacings[node.column, default: []].append(spacing) }
      for (rank, edge) in intoNode.enumerated() {
        let y = middle.y + (Double(rank) - Double(intoNode.count - 1) / 2) * spacing
        ends[edge].end = Canvas.Point(x: middle.x - size.width / 2, y: y)
      }
      let outOfNode = outgoing[node.id].sorted { Self.isAbove($0, $1, network, middles, \.target) }
      for (rank, edge) in outOfNode.enumerated() {
        let offset = Double(rank) - Double(outOfNode.count - 1) / 2
        let y = middle.y + offset * Self.spacing(outOfNode.count, size)
        ends[edge].start = Canvas.Point(x: middle.x + size.width / 2, y: y)
      }
    }
    self.spacings = spacings
    let roomy = spacings.filter { $0.value.allSatisfy { $0 >= Self.roomForWords } }.keys
    curves = zip(network.edges, ends).map { edge, ends in
      let column = network.nodes[edge.target].column
      return Self.curve(ends, stub: roomy.contains(column) ? Self.stub : 1)
    }
  }

  func hasRoom(inColumn column: Int) -> Bool {
    spacings[column, default: []].allSatisfy { $0 >= Self.roomForWords }
  }

  private static func isAbove(
    _ first: Int, _ second: Int, _ network: NeuronGraph, _ middles: [Canvas.Point],
    _ end: KeyPath<NeuronEdge, Int>
  ) -> Bool {
    let (a, b) = (network.edges[first][keyPath: end], network.edges[second][keyPath: end])
    return (middles[a].y, first) < (middles[b].y, second)
  }

  private static func spacing(_ count: Int, _ size: NeuronLayout.Size) -> Double {
    count < 2 ? widestSpacing : min(widestSpacing, (size.height - 2 * corner) / Double(count - 1))
  }

  private static func curve(
    _ ends: (start: Canvas.Point, end: Canvas.Point), stub: Double
  ) -> [Canvas.Point] {
    // The last piece is straight, so that a weight can stand above it.
    let turn = ends.end.x - stub
    let reach = (turn - ends.start.x) * 0.5
    return [
      ends.start, Canvas.Point(x: ends.start.x + reach, y: ends.start.y),
      Canvas.Point(x: turn - reach, y: ends.end.y), Canvas.Point(x: turn, y: ends.end.y),
    ] + Canvas.straight([Canvas.Point(x: turn, y: ends.end.y), ends.end]).dropFirst()
  }
}
