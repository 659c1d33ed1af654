import GraphGradKit

/// A drawing that shows one step after the other.
struct Film {
  private var trainer: Trainer
  private let first: NetworkPicture
  private let view: NetworkView
  private let caption: Caption
  private let drawing: Drawing

  init(
    _ trainer: Trainer, _ steps: [Trainer.Step], _ kind: ViewDescription.Kind
  ) throws {
    var trainer = trainer
    var view = trainer.view
    view.kind = kind
    view.folding = .none
    let state = NetworkState(steps[0])
    first = try trainer.picture(of: state, view)
    caption = trainer.caption(of: state, view)
    drawing = try first.drawing(caption: caption)
    self.view = view
    self.trainer = trainer
  }

  var boxCount: Int { drawing.diagram.boxCount }

  /// The first step's drawing before its layout.
  var dot: String { drawing.diagram.dot() }

  /// The first step's drawing with the places of its layout.
  func placedDot() throws(DrawingError) -> String {
    String(decoding: try drawing.picture(.dot), as: UTF8.self)
  }

  /// The width and height of a PNG, which stand behind its first 16 bytes.
  var pixels: String {
    get throws(DrawingError) {
      let header = try drawing.picture(.png)[16..<24]
      let sizes = [header.prefix(4), header.suffix(4)].map { $0.reduce(0) { $0 << 8 | Int($1) } }
      return "\(sizes[0]) × \(sizes[1])"
    }
  }

  /// Replays each step, draws it, and returns how many bytes the pictures have.
  func draw(_ format: PictureFormat, _ steps: [Trainer.Step]) throws -> Double {
    var trainer = trainer
    var size = 0
    for step in steps {
      let state = NetworkState(step)
      let network = try trainer.picture(of: state, view)
      let caption = trainer.caption(of: state, view)
      size += try drawing.picture(format, of: network, caption: caption).count
    }
    return Double(size)
  }

  /// The pictures that are drawn, with everything said of them.
  func pictures(_ steps: [Trainer.Step]) throws -> [(NetworkPicture, Caption)] {
    var trainer = trainer
    return try steps.map { step in
      let state = NetworkState(step)
      return (try trainer.picture(of: state, view), trainer.caption(of: state, view))
    }
  }

  /// Draws pictures and returns how many bytes they have.
  func draw(
    _ pictures: [(NetworkPicture, Caption)], writingTo folder: String? = nil
  ) throws -> Double {
    var size = 0
    for (index, (network, caption)) in pictures.enumerated() {
      let bytes = try drawing.picture(.svg, of: network, caption: caption)
      if let folder { try OutputFile.write(bytes, to: "\(folder)/\(index).svg") }
      size += bytes.count
    }
    return Double(size)
  }

  /// Lays the first frame out anew and returns how many boxes it has.
  func layOut() throws(DrawingError) -> Double {
    Double(try first.drawing(caption: caption).diagram.boxCount)
  }
}
