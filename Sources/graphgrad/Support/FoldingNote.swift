import GraphGradKit

/// Says on standard error what was folded, and why.
enum FoldingNote {
  static func give(_ drawing: Drawing) {
    guard let fold = drawing.fold, fold.groupCount > 0 else { return }
    let folded =
      "folded \(fold.valueCount) values into \(fold.boxCount) boxes, scopes at depth "
      + "\(fold.depth ?? 0)"
    if let asked = fold.askedDepth {
      Console.error(
        "\(folded) instead of \(asked): more would take too long to lay out; --expand SCOPE and "
          + "--focus NEURON open a part of it")
    } else if fold.isAutomatic {
      Console.error(
        "\(folded): all of them would take long to lay out and could not be read; "
          + "--depth N, --expand SCOPE and --focus NEURON open more")
    }
  }

  /// - Parameters:
  ///   - size: of the view of neurons, its boxes with the lines between them.
  ///   - limit: what it should have been at the most.
  static func giveInsteadOfNeurons(size: Int, limit: Int) {
    Console.error(
      "the view of neurons would have \(size) boxes and lines, over the limit of \(limit), so this "
        + "is the view of values with its scopes folded")
  }
}
