import Foundation
import GraphGradKit

/// Writes the frames of a training run, one file a step, all from one layout.
struct FrameWriter {
  let folder: String
  private(set) var count = 0
  private let format: PictureFormat?
  private let every: Int
  private var drawing: Drawing?
  private let view: NetworkView
  private var hasWarned = false

  /// - Parameter format: of the pictures; `nil` for none.
  init(
    _ trainer: Trainer, _ view: NetworkView, format: PictureFormat?, folder: String?, every: Int,
    keepingEarlier: Bool = false
  ) throws(Failure) {
    self.view = view
    self.format = format
    self.every = every
    self.folder = folder ?? "Output/\(FolderName.make(trainer.experiment.name))"
    guard format != nil else { return }
    try Output.makeFolder(self.folder)
    if !keepingEarlier { removeEarlierFrames() }
  }

  /// Draws a step of a run, unless it is one of those left out.
  mutating func add(_ step: Trainer.Step, _ trainer: inout Trainer) throws(Failure) {
    let steps = trainer.experiment.steps
    guard (step.number - 1) % every == 0 || step.number == steps else { return }
    try draw(NetworkState(step), &trainer)
  }

  /// Draws a moment.
  mutating func draw(
    _ state: NetworkState, _ trainer: inout Trainer, history: FiringHistory? = nil
  ) throws(Failure) {
    guard let format else { return }
    let network = try Output.network { () throws(UnknownNeuron) in
      try trainer.picture(of: state, view, history: history)
    }
    if !hasWarned { hasWarned = NonFiniteWarning.give(network) }
    let caption = trainer.caption(of: state, view)
    let known = drawing
    let (drawing, picture) = try Output.drawing { () throws(DrawingError) in
      let drawing =
        if let known { known } else {
          try network.drawing(caption: caption)
        }
      return (drawing, try drawing.picture(format, of: network, caption: caption))
    }
    self.drawing = drawing
    let name = Self.name(state.step, of: trainer.experiment.steps)
    try Output.write(picture, to: "\(folder)/step-\(name).\(format.rawValue)")
    count += 1
  }

  /// The step with zeros before it, so that files are in order; `end` after the last.
  private static func name(_ step: Int?, of count: Int) -> String {
    guard let step else { return "end" }
    let digits = String(step)
    return String(repeating: "0", count: max(0, String(count).count - digits.count)) + digits
  }

  /// A shorter run must not leave the longer one's last frames behind its own.
  private func removeEarlierFrames() {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in files where file.wholeMatch(of: /step-([0-9]+|end)\.(svg|png)/) != nil {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(file)")
    }
  }
}
