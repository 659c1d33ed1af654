internal import Diagrams
internal import GraphModel
internal import Graphviz
internal import Refusal

extension DrawingError {
  /// What is wrong; what to do about a graph that is too large depends on who draws it.
  package var problemWords: String {
    switch self {
    case .tooLarge(let boxes, let size, let limit):
      "this graph would take too long to lay out: \(boxes) boxes and, with the columns that their "
        + "edges cross, a size of \(size), over the limit of \(limit)"
    case .tooManyPixels(let width, let height):
      "this picture would be \(width) × \(height) pixels, and a PNG has at most "
        + "\(PNGSize.sideLimit) each way and \(PNGSize.areaLimit / 1_000_000) million in all; an .svg "
        + "has no pixels"
    case .unknownScope(let error): error.description
    case .graphviz(let error): error.description
    case .template(let error): error.description
    }
  }
}

extension DrawingError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    guard case .tooLarge = self else { return problemWords }
    return "\(problemWords); write it as JSON, fold its scopes with folding: "
      + "Folding(depth: .level(1)), or draw a part of it"
  }
}

extension UnknownNeuron: CustomStringConvertible {
  /// What is wrong and what there is.
  public var description: String {
    "\(name): there is no such neuron; there are \(Words.list(known))"
  }
}

extension PageError: CustomStringConvertible {
  /// Why there is no page.
  public var description: String {
    switch self {
    case .readsText:
      "a network that reads texts has no page: it would have to hold the programs of all lengths"
    }
  }
}
