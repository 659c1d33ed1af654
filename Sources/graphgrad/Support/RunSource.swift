import GraphGradKit

/// A network with its training: an experiment that is trained now, or a recording of one.
struct RunSource {
  var trainer: Trainer
  /// `nil` for an experiment.
  let recording: Recording?

  static func isRecording(_ path: String) -> Bool { path.hasSuffix(".gradrec") }

  init(_ trainer: Trainer) { self.init(trainer, nil) }

  /// - Parameter path: of an experiment, or of a recording if its name says so.
  init(_ path: String, settings: [String]) throws(Failure) {
    guard Self.isRecording(path) else {
      self.init(try ExperimentSource.trainer(path, settings: settings))
      return
    }
    if let setting = settings.first {
      throw .option(
        "--set", setting, "this goes with experiments; a recording is what it is")
    }
    try self.init(recordingAt: path)
  }

  /// - Parameter path: of a recording, whatever its name.
  init(recordingAt path: String) throws(Failure) {
    let recording = try RecordingSource.read(path)
    self.recording = recording
    do { trainer = try recording.trainer() } catch { throw .wrongInput(error.message(path)) }
  }

  /// - Parameter path: of a recording, or of an experiment that is trained and recorded now.
  init(recordingOf path: String, settings: [String]) throws(Failure) {
    guard ExperimentSource.isExperiment(path) else {
      try self.init(path, settings: settings)
      return
    }
    var trainer = try ExperimentSource.trainer(path, settings: settings)
    guard trainer.experiment.steps > 0 else {
      throw .wrongInput("\(path): error: this experiment trains no steps to play")
    }
    let recording = Self.trained(&trainer)
    self.init(trainer, recording)
  }

  private init(_ trainer: Trainer, _ recording: Recording?) {
    self.trainer = trainer
    self.recording = recording
  }

  /// Trains to the end, and keeps as many steps as a recording that nobody asked for.
  private static func trained(_ trainer: inout Trainer) -> Recording {
    let start = trainer
    let every = RecordingLog.thinning(trainer)
    var health = HealthCheck()
    var steps: [RecordedStep] = []
    while let step = trainer.next() {
      health.check(step, trainer)
      if (step.number - 1) % every == 0 { steps.append(RecordedStep(step)) }
    }
    steps.append(RecordingLog.end(of: &trainer))
    return Recording(of: start, steps: steps, every: every)
  }

  /// The recording, of a run that was made from one.
  var recorded: Recording {
    guard let recording else { preconditionFailure("this run is trained now, not recorded") }
    return recording
  }

  /// The network with the parameters of a step, or of the last.
  mutating func stateAlone(at step: Int?) throws(Failure) -> NetworkState {
    guard let recording else {
      return try ExperimentSource.train(&trainer, to: step, measuringFiring: false).state
    }
    let state = recording.state(at: try RecordingSource.index(of: step, in: recording))
    trainer.use(state.parameters)
    return state
  }

  /// The network with the parameters of a step, or of the last, and what was before.
  mutating func state(
    at step: Int?
  ) throws(Failure) -> (state: NetworkState, history: FiringHistory) {
    guard let recording else {
      let trained = try ExperimentSource.train(&trainer, to: step)
      warnOfLogits(trained.state)
      return trained
    }
    let index = try RecordingSource.index(of: step, in: recording)
    let state = recording.state(at: index)
    trainer.use(state.parameters)
    warnOfLogits(state)
    do { return (state, try recording.history(to: index)) } catch {
      throw .wrongInput("error: \(error.words)")
    }
  }
}

extension RunSource {
  /// Of a network that was trained elsewhere, or of a step of a recording, nobody warned yet.
  fileprivate mutating func warnOfLogits(_ state: NetworkState) {
    guard recording != nil || trainer.experiment.steps == 0,
      let words = SpelledLoss.warning(trainer.largestLogit(state.parameters))
    else { return }
    Console.warning(words)
  }

  /// What changed since another step, as a picture in the same view.
  mutating func changes(
    of picture: NetworkPicture, since step: Int, _ view: NetworkView
  ) throws(Failure) -> NetworkPicture {
    guard view.subject != .data else {
      throw .option("--diff", step, "this compares one example, not --over data")
    }
    let state = recorded.state(at: try RecordingSource.index(of: step, in: recorded))
    let earlier = try Output.network { () throws(UnknownNeuron) in
      try trainer.picture(of: state, view)
    }
    return picture.changes(from: earlier, named: "step \(step)")
  }
}

extension RunSource {
  /// The parameters after the recorded step of this place, by name; `nil` where the next step is
  /// not recorded.
  func parameters(after index: Int) -> [String: Double]? {
    let steps = recorded.steps
    guard index + 1 < steps.count, steps[index + 1].number == steps[index].number + 1 else {
      return nil
    }
    return Dictionary(
      zip(trainer.parameterNames, steps[index + 1].state.parameters),
      uniquingKeysWith: { first, _ in first })
  }
}

/// Recordings read from files.
enum RecordingSource {
  /// Reads a recording and warns of what is wrong behind its intact part.
  static func read(_ path: String) throws(Failure) -> Recording {
    let recording: Recording
    do { recording = try Recording(path: path) } catch { throw .wrongInput(error.message(path)) }
    if let damage = recording.damage {
      let last = recording.steps.last?.number ?? 0
      Console.warning("\(path): \(damage.words); used up to step \(last)")
    }
    return recording
  }

  /// The place of a step in the recording.
  static func index(of step: Int?, in recording: Recording) throws(Failure) -> Int {
    if let index = recording.index(of: step) { return index }
    let numbers = recording.steps.prefix(recording.stepCount).map(\.number)
    let every = recording.every == 1 ? "" : ", every \(recording.every)"
    throw .wrongInput(
      "--step \(step ?? 0): error: this recording has the steps \(numbers.first ?? 0) to "
        + "\(numbers.last ?? 0)\(every)")
  }
}
