import GraphGradKit

/// Everything that is made of a recording, whatever comes out; what cannot be drawn may throw.
enum RecordingUse {
  static func all(_ recording: Recording) throws {
    var trainer = try recording.trainer()
    let last = recording.steps.count - 1
    let state = recording.state(at: last)
    let history = try recording.history(to: last)
    trainer.use(state.parameters)
    goOn(recording)
    try? draw(&trainer, state, history)
    _ = (try? PlayerPage(recording))?.html
    judge(trainer, state)
    plot(trainer, recording, state, history)
  }

  /// What `train --resume` does, for two steps.
  private static func goOn(_ recording: Recording) {
    guard var trainer = try? recording.resumed() else { return }
    _ = trainer.next()
    _ = trainer.next()
    _ = trainer.evaluate(trainer.split.train, trainer.parameters)
  }

  /// What `render` and `frames` do, in both views.
  private static func draw(
    _ trainer: inout Trainer, _ state: NetworkState, _ history: FiringHistory
  ) throws {
    for kind in ViewDescription.Kind.allCases {
      var view = trainer.view
      view.kind = kind
      let picture = try trainer.picture(of: state, view, history: history)
      _ = picture.json()
      let caption = trainer.caption(of: state, view)
      _ = try picture.drawing(caption: caption, sizeLimit: 2_000).picture(.svg)
      _ = picture.moments(by: .layer)
    }
  }

  /// What `neurons`, `prune` and `generate` do.
  private static func judge(_ trainer: Trainer, _ state: NetworkState) {
    let lanes = trainer.laneSet(state.parameters, over: trainer.split.train)
    let activity = Activity(lanes)
    _ = activity.neuronGraph(name: "all")
    if trainer.hasPlainLayers || trainer.isConvolutional {
      _ = Pruning(trainer, state.parameters, over: trainer.split.train)
    }
    for key in FiringByGroup.keys(trainer) {
      _ = FiringByGroup(trainer, state.parameters, trainer.split.train, by: key, bins: 3)
    }
  }

  /// What `plot` does, of every kind.
  private static func plot(
    _ trainer: Trainer, _ recording: Recording, _ state: NetworkState, _ history: FiringHistory
  ) {
    let steps = Array(recording.steps.prefix(recording.stepCount))
    let name = "run"
    var plots = [
      LossCurves([LossCurves.Run(name: name, steps, history: history)]).plot(isLogarithmic: false),
      Plot(WeightSquares(trainer, state.parameters, name: name).panels, columns: 2),
    ]
    let curves = OptimizerCurves(steps, parameterNames: trainer.parameterNames, name: name)
    if !curves.stateNames.isEmpty { plots.append(Plot(curves.panels, columns: 2)) }
    let outputs = OutputHistograms(trainer, state.parameters, name: name).panels
    if !outputs.isEmpty { plots.append(Plot(outputs, columns: 2)) }
    if let path = ParameterPath(trainer, steps, end: state, name: name) {
      plots.append(Plot(ParameterPath.panels([path]), columns: 1))
    }
    if let map = DecisionMap(trainer, state.parameters, name: name) {
      plots.append(Plot([map.panel], columns: 1))
    }
    if let map = LevelMap(trainer, state.parameters, name: name) {
      plots.append(Plot([map.panel], columns: 1))
    }
    if let blocks = UnitBlocks(trainer, state.parameters, name: name) {
      plots.append(Plot(blocks.panels(row: 12), columns: 1))
    }
    for plot in plots {
      _ = try? Drawing(Diagram(plot, caption: Caption(title: name))).picture(.svg)
    }
    _ = LearnedKernels(trainer, state.parameters, history: history, name: name).csv
    _ = AnsweredPictures(trainer, state.parameters, name: name)?.csv
    _ = FiringTiles(trainer, state.parameters, name: name, by: nil)?.csv
    _ = try? Drawing(Diagram(history, caption: Caption(title: name))).picture(.svg)
  }
}
