import GraphGradKit

/// A training run to be taken to its end: one from the start, or one that was interrupted.
struct TrainingSource {
  var trainer: Trainer
  /// The recording to go on with, and its file.
  let resumed: (recording: Recording, path: String)?

  init(experiment: String?, resume: String?, settings: [String]) throws(Failure) {
    guard let resume else {
      guard let experiment else {
        throw .wrongInput("error: give an experiment (a .yaml file), or --resume RECORDING")
      }
      trainer = try ExperimentSource.trainer(experiment, settings: settings)
      resumed = nil
      return
    }
    guard experiment == nil, settings.isEmpty else {
      throw .option("--resume", resume, "this goes without an experiment, --set and --fast")
    }
    let recording = try RecordingSource.read(resume)
    do {
      trainer = try recording.resumed()
    } catch { throw .wrongInput(error.message(resume)) }
    resumed = (recording, resume)
  }
}

extension TrainingSource {
  /// Whether the run goes on with one that was interrupted.
  var goesOn: Bool { resumed != nil }

  /// The first step of the run; `nil` for a run from the start.
  var firstStep: RecordedStep? { resumed?.recording.steps.first }

  /// Tells of all steps that were taken before, in order, also of those that the recording leaves out:
  /// what is said of the run is then what it would have been without the interruption.
  func seeEarlierSteps(isQuiet: Bool, _ see: (RecordedStep) throws -> Void) throws {
    guard let (recording, path) = resumed else { return }
    if recording.gapCount > 0, !isQuiet {
      Console.error(
        "\(path) holds every \(recording.every)th step; the \(recording.gapCount) between them are "
          + "taken again")
    }
    let steps: RetakenSteps
    do { steps = try recording.everyStep() } catch { throw Failure.wrongInput(error.message(path)) }
    for step in steps { try see(step) }
  }
}
