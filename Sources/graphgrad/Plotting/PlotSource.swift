import GraphGradKit

/// A run that is plotted: its steps, and the network at one of them.
struct PlotSource {
  let path: String
  /// What it is called in the plot.
  private(set) var name: String
  let trainer: Trainer
  let state: NetworkState
  let history: FiringHistory
  let steps: [RecordedStep]

  init(_ path: String, settings: [String], step: Int?) throws(Failure) {
    self.path = path
    var run = try RunSource(path, settings: settings)
    let steps = run.recording.map { Array($0.steps.prefix($0.stepCount)) }
    let taken = steps ?? Self.steps(of: run.trainer)
    (state, history) = try run.state(at: step)
    self.steps = taken
    trainer = run.trainer
    name = trainer.experiment.name
  }

  /// The steps of an experiment, taken in a copy of it.
  private static func steps(of trainer: Trainer) -> [RecordedStep] {
    var copy = trainer
    var steps: [RecordedStep] = []
    while let step = copy.next() { steps.append(RecordedStep(step)) }
    return steps
  }

  /// Runs of the same name are called by their files.
  static func tellApart(_ sources: inout [PlotSource]) {
    let names = sources.map(\.name)
    for index in sources.indices where names.count(where: { $0 == names[index] }) > 1 {
      let file = PathWords(sources[index].path)
      let folder = PathWords(file.folder).name
      let own = file.stem
      sources[index].name = own == "run" ? folder : own
    }
  }
}
