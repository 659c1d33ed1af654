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
  private var life: NeuronLife

  /// - Parameters:
  ///   - format: of the pictures; `nil` for none.
  ///   - earlier: the steps of a run that goes on; frames of them stay.
  init(
    _ trainer: Trainer, _ view: NetworkView, format: PictureFormat?, folder: String?, every: Int,
    earlier: [RecordedStep] = []
  ) throws(Failure) {
    self.view = view
    self.format = format
    self.every = every
    self.folder = folder ?? "Output/\(FolderName.make(trainer.experiment.name))"
    life = NeuronLife(trainer)
    guard format != nil else { return }
    for step in earlier.dropLast() {
      life.add(step.number, loss: step.loss, step.state.parameters)
    }
    try Output.makeFolder(self.folder)
    if earlier.isEmpty { removeEarlierFrames() }
  }

  /// Draws a step of a run, unless it is one of those left out.
  mutating func add(_ step: Trainer.Step, _ trainer: inout Trainer) throws(Failure) {
    let steps = trainer.experiment.steps
    guard format != nil else { return }
    life.add(step.number, loss: step.loss, step.parameters)
    guard (step.number - 1) % every == 0 || step.number == steps else { return }
    let state = NetworkState(step)
    let network = try Output.network { () throws(UnknownNeuron) in
      try trainer.picture(of: state, view, history: life.history)
    }
    try write(network, trainer.caption(of: state, view), Self.name(step.number, of: steps))
  }

  /// Draws a recorded step, or what changed from another one to it.
  mutating func draw(
    _ index: Int, of run: inout RunSource, history: FiringHistory, comparedTo step: Int?
  ) throws(Failure) {
    var (network, caption) = try run.frame(index, view, history: history)
    if let step {
      network = try run.changes(of: network, since: step, view)
      caption.compare(to: step)
    }
    let number = run.recorded.state(at: index).step
    try write(network, caption, Self.name(number, of: run.trainer.experiment.steps))
  }

  /// Draws the moments within a recorded step.
  mutating func draw(
    inside step: Int, of run: inout RunSource, by grain: Moment.Grain
  ) throws(Failure) {
    let film = try run.film(inside: step, by: grain, view)
    for (place, frame) in film.enumerated() {
      let name = Self.padded(place + 1, to: film.count)
      try write(frame.network, frame.caption, "inside-\(name)")
    }
  }

  private mutating func write(
    _ network: NetworkPicture, _ caption: Caption, _ name: String
  ) throws(Failure) {
    guard let format else { return }
    if !hasWarned { hasWarned = NonFiniteWarning.give(network) }
    let known = drawing
    let (drawing, picture) = try Output.drawing { () throws(DrawingError) in
      let drawing =
        if let known { known } else {
          try network.drawing(caption: caption)
        }
      return (drawing, try drawing.picture(format, of: network, caption: caption))
    }
    self.drawing = drawing
    try Output.write(picture, to: "\(folder)/\(name).\(format.rawValue)")
    count += 1
  }

  /// The step with zeros before it, so that files are in order; `end` after the last.
  private static func name(_ step: Int?, of count: Int) -> String {
    "step-\(step.map { padded($0, to: count) } ?? "end")"
  }

  private static func padded(_ number: Int, to largest: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, String(largest).count - digits.count)) + digits
  }

  /// A shorter run must not leave the longer one's last frames behind its own.
  private func removeEarlierFrames() {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in files
    where file.wholeMatch(of: /(step-([0-9]+|end)|inside-[0-9]+)\.(svg|png)/) != nil {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(file)")
    }
  }
}
