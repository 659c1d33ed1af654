import GraphGradKit

extension DrawingError {
  var words: String {
    switch self {
    case .tooLarge(let boxes, let size, let limit):
      "this graph would take too long to lay out: \(boxes) boxes and, with the columns that their "
        + "edges cross, a size of \(size), over the limit of \(limit); write it as .json, fold its "
        + "scopes with --depth 1, draw a part of it with --focus, or train with --frames none"
    case .unknownScope(let error):
      "--expand \(error.name): there is no such scope; there are \(Words.list(error.known))"
    case .graphviz(.layout(let message)): "Graphviz could not lay out the graph: \(message)"
    case .graphviz(.render(let format, let message)):
      "Graphviz could not draw \(format): \(message)"
    case .graphviz(.embeddedNul): "a name holds a NUL character, which Graphviz cannot read"
    case .template(let error): "Graphviz's SVG was not understood at \(error.id): \(error.reason)"
    }
  }
}

extension UnknownNeuron {
  var words: String {
    "--focus \(name): error: there is no such neuron; there are \(Words.list(known))"
  }
}

extension OutputError {
  var words: String { "\(path): error: \(self)" }
}
