import GraphGradKit

/// A drawing that shows one step after the other.
struct Film {
  private var trainer: Trainer
  private let first: Graph
  private let caption: Caption
  private let drawing: Drawing

  init(_ trainer: Trainer, _ steps: [Trainer.Step]) throws(DrawingError) {
    self.trainer = trainer
    first = self.trainer.graph(of: steps[0])
    caption = trainer.caption(of: steps[0])
    drawing = try Drawing(
      first, caption: caption, foldingSums: trainer.experiment.view.foldsSums)
  }

  /// The first step's drawing before its layout.
  var dot: String { Diagram(first, view: drawing.view, caption: caption).dot() }

  /// The first step's drawing with the places of its layout.
  func placedDot() throws(DrawingError) -> String {
    String(decoding: try drawing.picture(.dot), as: UTF8.self)
  }

  /// Replays each step, draws it, and returns how many bytes the pictures have.
  func draw(_ format: PictureFormat, _ steps: [Trainer.Step]) throws(DrawingError) -> Double {
    var trainer = trainer
    var size = 0
    for step in steps {
      let graph = trainer.graph(of: step)
      size += try drawing.picture(format, of: graph, caption: trainer.caption(of: step)).count
    }
    return Double(size)
  }

  /// Lays the first frame out anew and returns how many boxes it has.
  func layOut() throws(DrawingError) -> Double {
    let drawing = try Drawing(
      first, caption: caption, foldingSums: trainer.experiment.view.foldsSums)
    return Double(drawing.view.boxCount)
  }
}
