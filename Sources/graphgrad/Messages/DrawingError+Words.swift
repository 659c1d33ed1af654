import GraphGradKit

extension DrawingError {
  var words: String {
    switch self {
    case .tooLarge(let boxes, let limit):
      "this graph has \(boxes) boxes, more than the \(limit) that can be laid out in reasonable "
        + "time; write it as .json, choose a smaller part with --root, or raise --max-boxes"
    case .graphviz(.layout(let message)): "Graphviz could not lay out the graph: \(message)"
    case .graphviz(.render(let format, let message)):
      "Graphviz could not draw \(format): \(message)"
    case .graphviz(.embeddedNul): "a name holds a NUL character, which Graphviz cannot read"
    case .template(let error): "Graphviz's SVG was not understood at \(error.id): \(error.reason)"
    }
  }
}

extension OutputError {
  var words: String { "\(path): error: cannot be written: \(reason)" }
}
