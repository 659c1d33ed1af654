import GraphGradKit
import Refusal

extension DrawingError {
  /// What is wrong, and as far as every command can do it, what to do.
  var words: String {
    if case .unknownScope(let error) = self { return "--expand \(error)" }
    return problemWords
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
