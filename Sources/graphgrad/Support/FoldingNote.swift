import GraphGradKit

/// Says on standard error what was folded, and why.
enum FoldingNote {
  static func give(_ drawing: Drawing) {
    guard let fold = drawing.fold, fold.isAutomatic, fold.groupCount > 0 else { return }
    Console.error(
      "folded \(fold.valueCount) values into \(fold.boxCount) boxes, scopes at depth "
        + "\(fold.depth ?? 0): all of them would take long to lay out and could not be read; "
        + "--depth N, --expand SCOPE and --focus NEURON open more")
  }
}
