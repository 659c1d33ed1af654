internal import GraphModel

/// Where the boxes and curves of a network stand: one column a layer, in the order of the neurons.
struct NeuronLayout {
  /// The size of a box, in points.
  struct Size {
    let width: Double
    let height: Double
  }

  /// A network with a column of more neurons gets boxes of two lines.
  static let compactFrom = 11
  static let heading = 78.0
  static let columnTitle = 20.0
  private static let rowGap = 12.0
  private static let columnGap = 160.0

  let isCompact: Bool
  let width: Double
  let height: Double
  /// The middle of each box, by the node's id.
  let middles: [Canvas.Point]
  /// The middle of each column.
  let columns: [Double]
  /// Of each edge the Bézier points.
  let curves: [[Canvas.Point]]
  /// Whether there is room for the weights beside the ends of the edges of a column.
  let hasWeights: [Bool]

  init(_ network: NeuronGraph, minimumWidth: Double) {
    let columnCount = (network.nodes.map(\.column).max() ?? 0) + 1
    var members = [[NeuronNode]](repeating: [], count: columnCount)
    for node in network.nodes { members[node.column].append(node) }
    let isCompact = members.contains { $0.count >= Self.compactFrom }
    let heights = members.map { column in
      column.reduce(-Self.rowGap) { $0 + Self.size(of: $1, isCompact).height + Self.rowGap }
    }
    let widths = members.map { column in
      column.map { Self.size(of: $0, isCompact).width }.max() ?? 0
    }
    let tallest = heights.max() ?? 0
    var middles = [Canvas.Point](
      repeating: Canvas.Point(x: 0, y: 0), count: network.nodes.count)
    var columns: [Double] = []
    var x = 0.0
    for (index, column) in members.enumerated() {
      columns.append(x + widths[index] / 2)
      var y = Self.heading + Self.columnTitle + (tallest - heights[index]) / 2
      for node in column {
        let size = Self.size(of: node, isCompact)
        middles[node.id] = Canvas.Point(x: columns[index], y: y + size.height / 2)
        y += size.height + Self.rowGap
      }
      x += widths[index] + Self.columnGap
    }
    self.isCompact = isCompact
    self.columns = columns
    self.middles = middles
    width = max(minimumWidth, x - Self.columnGap)
    height = Self.heading + Self.columnTitle + tallest
    let fans = EdgeFans(network, middles) { Self.size(of: $0, isCompact) }
    curves = fans.curves
    hasWeights = (0..<columnCount).map { !isCompact && fans.hasRoom(inColumn: $0) }
  }

  func size(of node: NeuronNode) -> Size { Self.size(of: node, isCompact) }

  private static func size(of node: NeuronNode, _ isCompact: Bool) -> Size {
    switch node.kind {
    case .input, .loss: Size(width: 150, height: isCompact ? 40 : 56)
    case .neuron: Size(width: 158, height: isCompact ? 50 : 94)
    case .output: Size(width: 158, height: isCompact ? 50 : node.verdict == nil ? 76 : 94)
    }
  }
}
