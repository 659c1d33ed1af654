import GraphGradKit

extension DrawingError {
  /// What is wrong, and as far as every command can do it, what to do.
  var words: String {
    switch self {
    case .tooLarge(let boxes, let size, let limit):
      "this graph would take too long to lay out: \(boxes) boxes and, with the columns that their "
        + "edges cross, a size of \(size), over the limit of \(limit)"
    case .tooManyPixels(let width, let height):
      "this picture would be \(width) × \(height) pixels, and a PNG has at most "
        + "\(PNGSize.sideLimit) each way and \(PNGSize.areaLimit / 1_000_000) million in all; an .svg "
        + "has no pixels"
    case .unknownScope(let error):
      "--expand \(error.name): there is no such scope; there are \(Words.list(error.known))"
    case .graphviz(.layout(let message)): "Graphviz could not lay out the graph: \(message)"
    case .graphviz(.render(let format, let message)):
      "Graphviz could not draw \(format): \(message)"
    case .graphviz(.embeddedNul): "a name holds a NUL character, which Graphviz cannot read"
    case .graphviz(.noFonts):
      "no font is installed, so letters would be empty squares; install one, such as Debian's package "
        + "fonts-dejavu-core, or write .svg"
    case .template(let error): "Graphviz's SVG was not understood at \(error.id): \(error.reason)"
    }
  }

  /// Whether less of a graph could be drawn.
  var isOfSize: Bool {
    switch self {
    case .tooLarge, .tooManyPixels: true
    default: false
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
