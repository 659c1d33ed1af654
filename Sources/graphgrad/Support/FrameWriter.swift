import GraphGradKit

/// Writes the frames of a training run, one file a step.
struct FrameWriter {
  let folder: String
  private var pictures: PictureWriter?
  private let every: Int
  private let view: NetworkView
  private var life: NeuronLife

  /// - Parameters:
  ///   - format: of the pictures; `nil` for none.
  ///   - goesOn: whether the run goes on with one that was interrupted; its frames stay.
  init(
    _ trainer: Trainer, _ view: NetworkView, format: PictureFormat?, folder: String?, every: Int,
    goesOn: Bool = false
  ) throws(Failure) {
    self.view = view
    self.every = every
    self.folder = folder ?? "Output/\(FolderName.make(trainer.experiment.name))"
    life = NeuronLife(trainer)
    guard let format else { return }
    pictures = try PictureWriter(
      folder: self.folder, format: format, clears: !goesOn, orElse: SmallerPicture.ofTraining)
  }

  /// Whether pictures are drawn, which say since when neurons are dead.
  var draws: Bool { pictures != nil }

  /// Sees a step that was taken before the run was interrupted.
  mutating func see(_ step: RecordedStep) {
    if draws { life.add(step.number, loss: step.loss, step.state.parameters) }
  }

  /// How many frames were written.
  var count: Int { pictures?.count ?? 0 }

  /// Draws a step of a run, unless it is one of those left out.
  mutating func add(_ step: Trainer.Step, _ trainer: inout Trainer) throws(Failure) {
    let steps = trainer.experiment.steps
    guard pictures != nil else { return }
    life.add(step.number, loss: step.loss, step.parameters)
    guard (step.number - 1) % every == 0 || step.number == steps else { return }
    let state = NetworkState(step)
    let network = try Output.network { () throws(UnknownNeuron) in
      try trainer.picture(of: state, view, history: life.history)
    }
    let caption = trainer.caption(of: state, view)
    try pictures?.write(network, caption, Self.name(step.number, of: steps))
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
    try pictures?.write(
      network, caption, Self.name(number, of: run.trainer.experiment.steps))
  }

  /// Draws the moments within a recorded step.
  mutating func draw(
    inside step: Int, of run: inout RunSource, by grain: Moment.Grain
  ) throws(Failure) {
    let film = try run.film(inside: step, by: grain, view)
    try pictures?.write(moments: film)
  }

  /// The distance of frames if nothing is said of it: 1, or for about 50 frames of a network whose
  /// values are folded, since each takes a second.
  static func usualDistance(_ trainer: Trainer, steps: Int) -> Int {
    let values = trainer.description.programs.map(\.program.instructions.count).max() ?? 0
    return values > Folding.automaticCount ? max(1, steps / 50) : 1
  }

  /// The step with zeros before it; `end` after the last.
  private static func name(_ step: Int?, of count: Int) -> String {
    "step-\(step.map { PictureWriter.padded($0, to: count) } ?? "end")"
  }
}
