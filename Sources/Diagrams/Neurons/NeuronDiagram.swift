internal import GraphModel

/// Every neuron of a network as a box, column by column, with curves as thick as what they carry.
struct NeuronDiagram: DiagramContent {
  let network: NeuronGraph
  let caption: Caption
  let theme: Theme
  let prefix: String
  let isPlaced = true
  /// Room for title and legend.
  static let minimumWidth = 860.0

  var size: Int { network.nodes.count + network.edges.count }
  var boxCount: Int { network.nodes.count }
  var isComparison: Bool { network.comparedTo != nil }
  var isOverData: Bool { network.exampleCount != nil }

  var detail: String {
    if network.moment != nil {
      return [caption.shownDetail, NeuronMomentWording.words(network)].filter { !$0.isEmpty }
        .joined(separator: " · ")
    }
    guard !isComparison, let origin = network.nodes.first(where: { !$0.output.value.isFinite })
    else {
      return caption.shownDetail
    }
    let words = "not finite: \(origin.name) = \(NumberFormat.text(for: origin.output.value))"
    return caption.detail.isEmpty ? words : "\(caption.shownDetail) · \(words)"
  }

  func id(of node: NeuronNode) -> String { "\(prefix)_n\(node.id)" }
  func id(ofEdge index: Int) -> String { "\(prefix)_e\(index)" }

  func text(of node: NeuronNode) -> NeuronText { NeuronText(node, isOverData: isOverData) }

  func style(of node: NeuronNode) -> Theme.Style {
    if let progress = node.progress, progress.isActive || !progress.hasData {
      return Theme.Style(
        fill: theme.intermediate.fill,
        stroke: progress.isActive ? theme.root.stroke : theme.offEdge)
    }
    if !node.output.value.isFinite { return theme.alarm }
    if let shade = NeuronStyle.shade(node), let style = theme.shade(shade) { return style }
    switch node.kind {
    case .input: return theme.input
    case .loss: return theme.root
    case .neuron, .output: return theme.intermediate
    }
  }

  func color(of edge: NeuronEdge) -> Color {
    let classes = NeuronStyle.edgeClasses(edge, in: network)
    if classes.hasSuffix(" now") { return theme.root.stroke }
    if classes.hasSuffix(" pending") { return theme.track }
    return switch NeuronStyle.edgeClass(edge, in: network) {
    case "edge none": theme.offEdge
    case "edge broken": theme.alarm.stroke
    case "edge toloss": theme.root.stroke
    case "edge minus": theme.negative
    default: theme.positive
    }
  }
}
