internal import GraphModel

/// Where the boxes and curves of a network stand: one column a layer, in the order of the neurons.
struct NeuronLayout {
  /// The size of a box, in points.
  struct Size {
    let width: Double
    let height: Double
  }

  /// The borders of a column's boxes.
  struct Column {
    let left: Double
    let right: Double
    let bottom: Double
    var middle: Double { (left + right) / 2 }
  }

  /// A network with a column of more neurons gets boxes of two lines.
  static let compactFrom = 11
  static let heading = 78.0
  private static let columnTitle = 20.0
  private static let rowGap = 12.0

  /// Between two columns; more where many curves have to be told apart.
  private static func columnGap(_ network: NeuronGraph) -> Double {
    network.edges.count > 40 ? 160 : 110
  }

  let isCompact: Bool
  let width: Double
  let height: Double
  /// The middle of each box, by the node's id.
  private(set) var middles: [Canvas.Point]
  private(set) var columns: [Column] = []
  /// Of each edge the Bézier points.
  let curves: [[Canvas.Point]]
  /// Whether there is room for the weights beside the ends of the edges of a column.
  let hasWeights: [Bool]

  init(_ network: NeuronGraph, minimumWidth: Double) {
    let columnCount = (network.nodes.map(\.column).max() ?? 0) + 1
    var members = [[NeuronNode]](repeating: [], count: columnCount)
    for node in network.nodes { members[node.column].append(node) }
    let isCompact = members.contains { $0.count >= Self.compactFrom }
    let sizes = network.nodes.map { Self.size(of: $0, isCompact) }
    let heights = members.map { column in
      column.reduce(-Self.rowGap) { $0 + sizes[$1.id].height + Self.rowGap }
    }
    let tallest = heights.max() ?? 0
    let top = Self.heading + Self.columnTitle
    middles = network.nodes.map { _ in Canvas.Point(x: 0, y: 0) }
    let gap = Self.columnGap(network)
    var x = 0.0
    for (index, column) in members.enumerated() {
      let width = column.map { sizes[$0.id].width }.max() ?? 0
      var y = top + (tallest - heights[index]) / 2
      for node in column {
        middles[node.id] = Canvas.Point(x: x + width / 2, y: y + sizes[node.id].height / 2)
        y += sizes[node.id].height + Self.rowGap
      }
      columns.append(Column(left: x, right: x + width, bottom: y - Self.rowGap))
      x += width + gap
    }
    self.isCompact = isCompact
    width = max(minimumWidth, x - gap)
    let fans = EdgeFans(network, middles, sizes, columns)
    curves = fans.curves
    hasWeights = (0..<columnCount).map { !isCompact && fans.hasRoom(inColumn: $0) }
    height = max(top + tallest, fans.bottom)
  }

  func size(of node: NeuronNode) -> Size { Self.size(of: node, isCompact) }

  private static func size(of node: NeuronNode, _ isCompact: Bool) -> Size {
    let width = Double(NeuronDiagram.inside(isCompact: isCompact)) + 20
    let hasBar = node.verdict != nil
    switch node.kind {
    case .input, .loss: return Size(width: width, height: isCompact ? 44 : 62)
    case .neuron, .output:
      return Size(width: width, height: isCompact ? (hasBar ? 54 : 44) : (hasBar ? 94 : 76))
    }
  }
}
