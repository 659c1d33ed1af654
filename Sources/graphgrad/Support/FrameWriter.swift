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
    _ trainer: Trainer, _ view: NetworkView, format: PictureFormat?, folder: String?, every: Int
  ) throws(Failure) {
    self.view = view
    self.format = format
    self.every = every
    self.folder = folder ?? "Output/\(FolderName.make(trainer.experiment.name))"
    guard format != nil else { return }
    try Output.makeFolder(self.folder)
    removeEarlierFrames()
  }

  mutating func add(_ step: Trainer.Step, _ trainer: inout Trainer) throws(Failure) {
    let steps = trainer.experiment.steps
    guard let format, (step.number - 1) % every == 0 || step.number == steps else { return }
    let state = NetworkState(step)
    let network = try Output.network { () throws(UnknownNeuron) in
      try trainer.picture(of: state, view)
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
    let digits = String(steps).count
    let number = String(step.number)
    let padded = String(repeating: "0", count: digits - number.count) + number
    try Output.write(picture, to: "\(folder)/step-\(padded).\(format.rawValue)")
    count += 1
  }

  /// A shorter run must not leave the longer one's last frames behind its own.
  private func removeEarlierFrames() {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in files where file.wholeMatch(of: /step-[0-9]+\.(svg|png)/) != nil {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(file)")
    }
  }
}
